--- Enter in a list of at-points goes on with it, as the server says; Neovim's own client asks for nothing after a key.
---
--- Keys are only listened to, and what they did is looked at afterwards. So no mapping of <CR> is in the way, and an
--- Enter that takes a completion breaks no line and is left alone.
local M = {}

--- How long a line may wait for its mark, in milliseconds; the server answers within one or two.
local PATIENCE = 250

--- Buffers in which the server is asked, with its id.
local asked = {}
--- Where the line was to be broken: buffer, line, number of lines.
local broken

local function listen(key)
  local mode = vim.api.nvim_get_mode().mode
  local opens = (key == '\r' or key == '\n') and mode == 'i' or key == 'o' and mode == 'n'
  local bufnr = vim.api.nvim_get_current_buf()
  if opens and asked[bufnr] then
    local line = vim.api.nvim_win_get_cursor(0)[1]
    broken = { bufnr = bufnr, line = line, count = vim.api.nvim_buf_line_count(bufnr) }
  end
end

--- What the server writes after the line break before the cursor.
local function edits(client, bufnr)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.ch = '\n'
  params.options = { tabSize = vim.lsp.util.get_effective_tabstop(bufnr), insertSpaces = vim.bo[bufnr].expandtab }
  local answers = vim.lsp.buf_request_sync(bufnr, 'textDocument/onTypeFormatting', params, PATIENCE) or {}
  return (answers[client.id] or {}).result or {}
end

--- Asks, if a line was broken, and leaves the cursor where it stood among the words.
local function go_on(bufnr)
  local at = broken
  broken = nil
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  local client = vim.lsp.get_client_by_id(asked[bufnr])
  if not at or at.bufnr ~= bufnr or line ~= at.line + 1 or not client then
    return
  end
  if vim.api.nvim_buf_line_count(bufnr) ~= at.count + 1 then
    return
  end
  local before = vim.api.nvim_get_current_line()
  local all = edits(client, bufnr)
  if #all > 0 and vim.api.nvim_get_current_line() == before then
    vim.lsp.util.apply_text_edits(all, bufnr, client.offset_encoding)
    local grown = #vim.api.nvim_get_current_line() - #before
    vim.api.nvim_win_set_cursor(0, { line, math.max(column + grown, 0) })
  end
end

--- Goes on with lists in `bufnr` from now on.
function M.follow(client, bufnr)
  if not client.server_capabilities.documentOnTypeFormattingProvider then
    return
  end
  if not next(asked) then
    vim.on_key(listen, vim.api.nvim_create_namespace('referent.on_type'))
  end
  asked[bufnr] = client.id
  vim.api.nvim_create_autocmd({ 'TextChangedI', 'InsertEnter' }, {
    group = vim.api.nvim_create_augroup('referent.on_type.' .. bufnr, {}),
    buffer = bufnr,
    callback = function()
      go_on(bufnr)
    end,
  })
end

return M
