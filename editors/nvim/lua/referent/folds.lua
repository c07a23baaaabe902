--- Folding by the server's ranges for Neovim before 0.11, which has none of its own.
local M = {}

--- The level of each line, and ">" where a fold begins, by buffer.
local levels = {}

local function read(bufnr, ranges)
  local level, begins = {}, {}
  for _, range in ipairs(ranges or {}) do
    begins[range.startLine + 1] = true
    for line = range.startLine + 1, range.endLine + 1 do
      level[line] = (level[line] or 0) + 1
    end
  end
  for line in pairs(begins) do
    level[line] = '>' .. level[line]
  end
  levels[bufnr] = level
end

--- Lets 'foldexpr' be computed again.
local function refresh(bufnr)
  for _, win in ipairs(vim.fn.win_findbuf(bufnr)) do
    if vim.wo[win].foldmethod == 'expr' then
      vim.wo[win].foldmethod = 'expr'
    end
  end
end

local function ask(client, bufnr)
  local params = { textDocument = vim.lsp.util.make_text_document_params(bufnr) }
  client.request('textDocument/foldingRange', params, function(_, ranges)
    if vim.api.nvim_buf_is_loaded(bufnr) then
      read(bufnr, ranges)
      refresh(bufnr)
    end
  end, bufnr)
end

--- Keeps the folds of `bufnr` as the server sees them: now, and after each pause in typing.
function M.follow(client, bufnr)
  ask(client, bufnr)
  local group = vim.api.nvim_create_augroup('referent.folds.' .. bufnr, {})
  vim.api.nvim_create_autocmd({ 'InsertLeave', 'TextChanged' }, {
    group = group,
    buffer = bufnr,
    callback = function()
      if not client.is_stopped() then
        ask(client, bufnr)
      end
    end,
  })
end

--- For 'foldexpr'.
function M.level(line)
  return (levels[vim.api.nvim_get_current_buf()] or {})[line] or 0
end

return M
