--- What a user may set. It works without any of it.
local M = {}

--- The options and what they are when nothing is said.
M.options = {
  --- The program and its arguments.
  cmd = { 'referent', 'lsp' },
  --- Filetypes that are minutes.
  filetypes = { 'referat' },
  --- The settings of the server: language, style, stage, select, ignore, severity, diagnostics.
  settings = {},
  --- Fold by the server's ranges; everything is open to begin with.
  folding = true,
  --- Enter in a list of at-points goes on with it and numbers what follows; on an empty point it ends the list.
  on_type = true,
  --- Show the message below the line of the cursor (0.11), unless messages are shown by your own settings.
  messages = true,
}

--- Changes options; call it before the first document is opened.
function M.setup(options)
  M.options = vim.tbl_deep_extend('force', M.options, options or {})
  if options and options.cmd then
    M.options.cmd = options.cmd
  end
  if vim.lsp.config then
    vim.lsp.config('referent', {
      filetypes = M.options.filetypes,
      settings = { referent = M.options.settings },
    })
  end
end

--- The language set here, or that of the environment, read as the program reads it.
local function language()
  for _, name in ipairs({ M.options.settings.language or '', vim.env.LC_ALL or '', vim.env.LC_MESSAGES or '', vim.env.LANG or '' }) do
    if name ~= '' and name ~= 'auto' then
      return name
    end
  end
  return ''
end

--- The Danish words where messages are Danish, else the English.
function M.pick(da, en)
  return language():find('^da') and da or en
end

--- Tells the user something.
function M.notify(da, en, level)
  vim.notify('referent: ' .. M.pick(da, en), level or vim.log.levels.INFO)
end

return M
