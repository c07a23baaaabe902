--- The commands: each asks the server or the program, and shows or applies what it answers.
local referent = require('referent')
local server = require('referent.server')

local M = {}

local PATIENCE = 5000

--- What `client` answers about the buffer, or nil.
local function ask(client, method, params)
  local bufnr = vim.api.nvim_get_current_buf()
  local answers = vim.lsp.buf_request_sync(bufnr, method, params, PATIENCE) or {}
  return (answers[client.id] or {}).result
end

local function this_document()
  return { uri = vim.uri_from_bufnr(0) }
end

--- Makes every safe fix in the current buffer.
function M.fix_all()
  local client = server.client()
  if not client then
    return
  end
  local start = { line = 0, character = 0 }
  local actions = ask(client, 'textDocument/codeAction', {
    textDocument = this_document(),
    range = { start = start, ['end'] = start },
    context = { diagnostics = {}, only = { 'source.fixAll.referent' } },
  })
  local action = actions and actions[1]
  if action and not action.edit then
    action = ask(client, 'codeAction/resolve', action)
  end
  if not action or not action.edit or vim.tbl_isempty(action.edit.changes or action.edit.documentChanges or {}) then
    return referent.notify('intet at rette', 'nothing to fix')
  end
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
end

--- Lists `symbols` and what is in them, each moved in by its depth.
local function flatten(symbols, depth, into)
  for _, symbol in ipairs(symbols) do
    local detail = symbol.detail and symbol.detail ~= '' and '  · ' .. symbol.detail or ''
    local range = symbol.selectionRange or symbol.range or symbol.location.range
    table.insert(into, {
      bufnr = vim.api.nvim_get_current_buf(),
      lnum = range.start.line + 1,
      col = 1,
      text = ('  '):rep(depth) .. symbol.name .. detail,
    })
    flatten(symbol.children or {}, depth + 1, into)
  end
  return into
end

--- Shows the items of the meeting in the location list.
function M.outline()
  local client = server.client()
  local symbols = client and ask(client, 'textDocument/documentSymbol', { textDocument = this_document() })
  if not symbols then
    return
  end
  local items = flatten(symbols, 0, {})
  vim.fn.setloclist(0, {}, ' ', { title = referent.pick('Dagsorden', 'Agenda'), items = items })
  vim.cmd('lopen')
end

--- Shows the findings in the location list.
function M.findings()
  if #vim.diagnostic.get(0) == 0 then
    return referent.notify('ingen fund', 'no findings')
  end
  vim.diagnostic.setloclist({ title = 'referent' })
end

--- The column of `position` in its line, in bytes from 0.
local function byte_column(position, encoding)
  local line = vim.api.nvim_buf_get_lines(0, position.line, position.line + 1, false)[1] or ''
  if encoding == 'utf-8' then
    return position.character
  end
  return vim.str_byteindex(line, position.character, encoding == 'utf-16')
end

--- Goes to the next at-point that is not decided, or with `back` to the one before; from the last to the first.
function M.undecided(back)
  local client = server.client()
  if not client then
    return
  end
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding).position
  local place = ask(client, 'workspace/executeCommand', {
    command = 'referent.nextUndecided',
    arguments = { { uri = this_document().uri, position = position, back = back } },
  })
  -- The server says it where there is none.
  if type(place) ~= 'table' then
    return
  end
  local start = place.range.start
  vim.api.nvim_win_set_cursor(0, { start.line + 1, byte_column(start, client.offset_encoding) })
end

--- Runs the program; returns its lines, or nothing after saying why.
local function run(args)
  local command = vim.list_extend({ referent.options.cmd[1] }, args)
  if vim.fn.executable(command[1]) == 0 then
    local da, en = 'programmet "%s" er ikke fundet', 'the program "%s" was not found'
    return referent.notify(da:format(command[1]), en:format(command[1]), vim.log.levels.ERROR)
  end
  local lines = vim.fn.systemlist(command)
  if vim.v.shell_error ~= 0 then
    -- The program says who it is, and so do we.
    local words = table.concat(lines, '\n'):gsub('^referent: ', '')
    return referent.notify(words, words, vim.log.levels.ERROR)
  end
  return lines
end

--- The rule of the finding nearest to the cursor on its line.
local function rule_here()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  local nearest, distance
  for _, finding in ipairs(vim.diagnostic.get(0, { lnum = line - 1 })) do
    local away = math.abs(finding.col - column)
    local code = finding.code or vim.tbl_get(finding, 'user_data', 'lsp', 'code')
    if finding.source == 'referent' and code and (not distance or away < distance) then
      nearest, distance = code, away
    end
  end
  return nearest
end

--- Shows `lines` in a window of their own, called `name`; `q` closes it.
local function show(lines, name)
  vim.cmd('botright new')
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
  vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  vim.api.nvim_buf_set_name(0, 'referent://' .. name .. '/' .. vim.api.nvim_get_current_buf())
  vim.bo.modifiable = false
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = true })
end

--- What the server answers to one of its commands about this document; what it refuses is told.
local function execute(command, more)
  local client = server.client()
  if not client then
    return
  end
  local about = vim.tbl_extend('force', this_document(), more or {})
  local params = { command = command, arguments = { about } }
  local answers = vim.lsp.buf_request_sync(0, 'workspace/executeCommand', params, PATIENCE) or {}
  local answer = answers[client.id] or {}
  local refused = answer.error or answer.err
  if refused then
    return referent.notify(refused.message, refused.message, vim.log.levels.WARN)
  end
  return answer.result
end

--- Shows what the minutes changed in what the agenda beside them recommends.
function M.compare()
  local told = execute('referent.compareWithAgenda')
  if told and told.text then
    show(vim.split(vim.trim(told.text), '\n'), 'compare')
    vim.bo.filetype = 'diff'
  end
end

--- Puts `word`, or the one at the cursor, into the list of words in referent.toml.
function M.add_word(word)
  execute('referent.addToVocabulary', { word = word ~= '' and word or vim.fn.expand('<cword>') })
end

--- Makes every safe fix in all minutes of the folder; the files are left open and unwritten, to be looked at.
function M.fix_folder()
  local told = execute('referent.fixAllInFolder')
  if told and told.files and told.files > 0 then
    local da, en = '%d rettelser i %d filer; se dem igennem, og skriv :wall', '%d fixes in %d files; look at them and write :wall'
    referent.notify(da:format(told.edits, told.files), en:format(told.edits, told.files))
  end
end

--- Explains `rule`, or that of the finding at the cursor, in a window of its own.
function M.explain(rule)
  rule = rule ~= '' and rule or rule_here()
  if not rule then
    return referent.notify(
      'stil markøren på en linje med et fund, eller skriv reglens navn',
      'put the cursor on a line with a finding, or write the name of the rule'
    )
  end
  local lines = run({ 'explain', rule })
  if not lines then
    return
  end
  show(lines, rule)
end

--- Opens a skeleton; `args` are those of "referent new", and without any there are questions.
function M.new(args)
  if #args == 0 then
    return require('referent.documents').ask()
  end
  local lines = run(vim.list_extend({ 'new' }, args))
  if lines then
    require('referent.documents').open(lines)
  end
end

--- The names of rules that begin with `lead`.
function M.rules(lead)
  local ok, read = pcall(vim.fn.json_decode, run({ 'rules', '--format', 'json' }) or {})
  local names = {}
  for _, rule in ipairs(ok and (read.rules or read) or {}) do
    local name = rule.name or rule.rule
    if name and vim.startswith(name, lead) then
      table.insert(names, name)
    end
  end
  return names
end

local SETTINGS = { 'language', 'style', 'stage', 'select', 'ignore', 'diagnostics.delay', 'severity.' }
local VALUES = {
  language = { 'da', 'en', 'auto' },
  stage = { 'agenda', 'minutes', 'auto' },
  severity = { 'error', 'warning', 'info', 'hint', 'off' },
}

--- What can be written after ":ReferentSet".
function M.settings(lead, line)
  local words = vim.split(line, '%s+')
  local offers = SETTINGS
  if #words > 2 then
    offers = VALUES[vim.split(words[2], '.', { plain = true })[1]] or {}
  elseif vim.startswith(lead, 'severity.') then
    offers = vim.tbl_map(function(name)
      return 'severity.' .. name
    end, M.rules(lead:sub(#'severity.' + 1)))
  end
  return vim.tbl_filter(function(offer)
    return vim.startswith(offer, lead)
  end, offers)
end

--- ":ReferentSet severity.dates/weekday hint", ":ReferentSet ignore typography dates"; no value takes it back.
function M.set(args)
  local name, values = args[1], { unpack(args, 2) }
  local settings = vim.deepcopy(referent.options.settings)
  local group, key = name:match('^(%a+)%.(.+)$')
  local value = values[1]
  if name == 'select' or name == 'ignore' then
    value = #values > 0 and values or nil
  elseif name == 'diagnostics.delay' then
    value = tonumber(value)
  end
  if group then
    settings[group] = settings[group] or {}
    settings[group][key] = value
    -- An empty table would be sent as a list.
    settings[group] = next(settings[group]) and settings[group] or nil
  else
    settings[name] = value
  end
  server.configure(settings)
end

return M
