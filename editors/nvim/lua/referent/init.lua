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

--- Are notices shown in Neovim's own way, at the foot?
local function at_foot()
  local from = debug.getinfo(vim.notify, 'S').source
  return from:find('_editor', 1, true) ~= nil or from:find('_core', 1, true) ~= nil
end

--- Tells the user `words`: at the foot where they fit on one line, else by the cursor, for there Enter would have to be pressed.
function M.say(words, level)
  words = 'referent: ' .. words
  local fits = not words:find('\n', 1, true) and vim.fn.strdisplaywidth(words) <= vim.v.echospace
  if fits or not at_foot() then
    return vim.notify(words, level or vim.log.levels.INFO)
  end
  local wide = math.min(70, vim.o.columns - 4)
  vim.lsp.util.open_floating_preview(vim.split(words, '\n'), 'plaintext', { wrap = true, width = wide, max_width = wide, focusable = false })
end

--- Tells the user something.
function M.notify(da, en, level)
  M.say(M.pick(da, en), level)
end

return M
