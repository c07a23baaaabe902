--- What a buffer gets when the server takes it: folding, keys of older versions, messages that can be read.
local referent = require('referent')

local M = {}

--- The keys that Neovim 0.11 has of its own accord; older versions get them where they are free.
local KEYS = {
  K = 'hover',
  gra = 'code_action',
  grn = 'rename',
  grr = 'references',
}

local function keys(bufnr)
  for key, action in pairs(KEYS) do
    if vim.fn.maparg(key, 'n') == '' then
      vim.keymap.set('n', key, vim.lsp.buf[action], { buffer = bufnr, desc = 'LSP: ' .. action })
    end
  end
  if vim.fn.maparg('gO', 'n') == '' then
    vim.keymap.set('n', 'gO', '<Cmd>ReferentOutline<CR>', { buffer = bufnr, desc = 'LSP: outline' })
  end
  for key, jump in pairs({ ['[d'] = vim.diagnostic.goto_prev, [']d'] = vim.diagnostic.goto_next }) do
    if vim.fn.maparg(key, 'n') == '' then
      vim.keymap.set('n', key, function()
        jump()
      end, { buffer = bufnr })
    end
  end
  vim.bo[bufnr].omnifunc = 'v:lua.vim.lsp.omnifunc'
end

--- Folds by the server's ranges where the user has chosen nothing else.
local function fold(client, bufnr)
  local expr = 'v:lua.vim.lsp.foldexpr()'
  if not vim.lsp.foldexpr then
    require('referent.folds').follow(client, bufnr)
    expr = "v:lua.require'referent.folds'.level(v:lnum)"
  end
  for _, win in ipairs(vim.fn.win_findbuf(bufnr)) do
    vim.api.nvim_win_call(win, function()
      if vim.wo.foldmethod == 'manual' then
        vim.cmd('setlocal foldmethod=expr foldlevel=99')
        vim.wo.foldexpr = expr
      end
    end)
  end
end

--- Shows the message under the line of the cursor; lines of prose are too long to have it at their end.
local function show_messages(client)
  local now = vim.diagnostic.config()
  if now.virtual_text or now.virtual_lines then
    return
  end
  local namespace = vim.lsp.diagnostic.get_namespace(client.id)
  vim.diagnostic.config({ virtual_lines = { current_line = true }, severity_sort = true }, namespace)
end

--- The colours of what the server tells apart (0.9).
local COLOURS = {
  namespace = 'Title',
  number = 'Number',
  keyword = 'Statement',
  enumMember = 'Constant',
  string = 'String',
  comment = 'Comment',
  type = 'Type',
  variable = 'Identifier',
  property = 'Special',
}

local function colour()
  for kind, group in pairs(COLOURS) do
    vim.api.nvim_set_hl(0, ('@lsp.type.%s.referat'):format(kind), { link = group, default = true })
  end
end

--- Neovim 0.11 cuts a completion off after its first word: "Ad" for "Ad 2. Godkendt."
local function whole(item)
  return { word = item.textEdit and item.textEdit.newText or item.label }
end

--- Neovim 0.11 has an outline of its own, which tells no outcomes; ours takes its key, unless it is the user's.
local function outline_key(bufnr)
  local now = vim.fn.maparg('gO', 'n', false, true)
  if (now.desc or ''):find('document_symbol', 1, true) then
    vim.keymap.set('n', 'gO', '<Cmd>ReferentOutline<CR>', { buffer = bufnr, desc = 'LSP: outline' })
  end
end

--- Makes `bufnr` ready for work with the server `client`.
function M.attach(client, bufnr)
  if vim.fn.has('nvim-0.11') == 0 then
    keys(bufnr)
  else
    outline_key(bufnr)
    if referent.options.messages then
      show_messages(client)
    end
  end
  if vim.lsp.completion then
    vim.lsp.completion.enable(true, client.id, bufnr, { convert = whole })
  end
  if vim.lsp.semantic_tokens then
    colour()
  end
  if referent.options.folding then
    fold(client, bufnr)
  end
  if referent.options.on_type then
    require('referent.on_type').follow(client, bufnr)
  end
end

return M
