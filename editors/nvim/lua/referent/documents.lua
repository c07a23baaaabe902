--- New documents: a skeleton from a few questions, and minutes of an agenda. The server writes their text.
local referent = require('referent')
local server = require('referent.server')

local M = {}

local PATIENCE = 5000

--- What the server answers to one of its own commands, or nil after saying why.
local function execute(command, argument)
  local bufnr = vim.api.nvim_get_current_buf()
  vim.wait(PATIENCE, function()
    return server.clients(bufnr)[1] ~= nil
  end, 10)
  local client = server.client()
  if not client then
    return
  end
  local params = { command = command, arguments = { argument } }
  local answers, late = vim.lsp.buf_request_sync(bufnr, 'workspace/executeCommand', params, PATIENCE)
  local answer = (answers or {})[client.id] or {}
  if answer.result then
    return answer.result
  end
  local why = answer.error and answer.error.message or late or 'no answer'
  referent.notify(why, why, vim.log.levels.ERROR)
end

local function is_empty(bufnr)
  return vim.api.nvim_buf_line_count(bufnr) == 1 and vim.api.nvim_buf_get_lines(bufnr, 0, 1, false)[1] == ''
end

--- Goes to an empty document: the one that is open, if it is that, else a new one.
local function open_empty()
  local is_ours = vim.tbl_contains(referent.options.filetypes, vim.bo.filetype)
  local is_new = vim.api.nvim_buf_get_name(0) == '' and vim.bo.filetype == ''
  if not (is_empty(0) and (is_ours or is_new)) then
    vim.cmd('enew')
  end
  if not vim.tbl_contains(referent.options.filetypes, vim.bo.filetype) then
    vim.bo.filetype = referent.options.filetypes[1]
  end
end

--- Fills the current document with `text`.
local function fill(text)
  local lines = type(text) == 'table' and text or vim.split((text:gsub('\n$', '')), '\n')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
end

--- Writes the skeleton; <Tab> goes from one gap to the next where Neovim has snippets (0.10).
local function write(draft)
  if vim.snippet then
    fill('')
    return vim.snippet.expand((draft.snippet:gsub('\n$', '')))
  end
  fill(draft.text)
  vim.fn.search(':$', 'cw')
end

--- A date such as "14-03-2024" or "2024-03-14" as the server wants it; nil for anything else.
local function date(words)
  local year, month, day = words:match('^%s*(%d%d%d%d)%-(%d%d?)%-(%d%d?)%s*$')
  if not year then
    day, month, year = words:match('^%s*(%d%d?)[-/.](%d%d?)[-/. ](%d%d%d%d)%s*$')
  end
  return year and ('%s-%02d-%02d'):format(year, tonumber(month), tonumber(day))
end

--- What the name of the file says that it is.
local function stage_of_name()
  local name = vim.fn.expand('%:t'):lower()
  if name:find('dagsorden') then
    return 'agenda'
  end
  return name:find('referat') and 'minutes' or nil
end

local function ask_stage(go_on)
  local stage = stage_of_name()
  if stage then
    return go_on(stage)
  end
  local names = { minutes = referent.pick('Referat', 'Minutes'), agenda = referent.pick('Dagsorden', 'Agenda') }
  vim.ui.select({ 'agenda', 'minutes' }, {
    prompt = referent.pick('Hvad skrives?', 'What is written?'),
    format_item = function(one)
      return names[one]
    end,
  }, function(one)
    return one and go_on(one)
  end)
end

--- The style that is set, or the writer's choice.
local function ask_style(go_on)
  if referent.options.settings.style and referent.options.settings.style ~= 'auto' then
    return go_on(nil)
  end
  vim.ui.select(execute('referent.styles') or {}, {
    prompt = referent.pick('Husstil', 'House style'),
    format_item = function(style)
      return style.title
    end,
  }, function(style)
    return style and go_on(style.name)
  end)
end

local function ask_date(go_on)
  local prompt = referent.pick('Mødedato (14-03-2024): ', 'Date of the meeting (14-03-2024): ')
  vim.ui.input({ prompt = prompt, default = os.date('%d-%m-%Y') }, function(words)
    local read = words and date(words)
    if words and not read then
      referent.notify(('"%s" er ikke en dato'):format(words), ('"%s" is not a date'):format(words), vim.log.levels.WARN)
      return ask_date(go_on)
    end
    return words and go_on(read)
  end)
end

--- A document that has only begun shows too few signs of its house, so its style is kept until Neovim ends.
local function keep(style)
  if not style then
    return
  end
  server.configure(vim.tbl_extend('force', referent.options.settings, { style = style }))
  -- Without this the words would stand after the last question, and wait for a key.
  vim.cmd('redraw')
  referent.notify(
    ('husstil "%s", til Neovim lukkes; behold den i referent.toml'):format(style),
    ('house style "%s" until Neovim ends; keep it in referent.toml'):format(style)
  )
end

--- Asks for stage, style, committee and date, and writes the skeleton.
function M.ask()
  if not server.is_installed(true) then
    return
  end
  open_empty()
  ask_stage(function(stage)
    ask_style(function(style)
      vim.ui.input({ prompt = referent.pick('Udvalg: ', 'Committee: ') }, function(committee)
        if not committee then
          return
        end
        ask_date(function(day)
          local meeting = { stage = stage, style = style, date = day }
          meeting.committee = vim.trim(committee) ~= '' and vim.trim(committee) or nil
          meeting.uri = vim.uri_from_bufnr(0)
          local draft = execute('referent.new', meeting)
          if draft then
            keep(style)
            write(draft)
          end
        end)
      end)
    end)
  end)
end

--- Fills an empty document with `lines`.
function M.open(lines)
  open_empty()
  fill(lines)
end

--- Opens the minutes to come of the agenda in the current buffer, beside its file; nothing is written to disk.
function M.minutes()
  local made = execute('referent.newMinutes', { uri = vim.uri_from_bufnr(0), create = false })
  if not made then
    return
  end
  local is_named = vim.api.nvim_buf_get_name(0) ~= ''
  if is_named and made.uri then
    vim.cmd('edit ' .. vim.fn.fnameescape(vim.uri_to_fname(made.uri)))
    if not is_empty(0) then
      return referent.notify('referatet er der allerede', 'the minutes are there already', vim.log.levels.WARN)
    end
  else
    vim.cmd('enew')
  end
  vim.bo.filetype = referent.options.filetypes[1]
  fill(made.text)
end

return M
