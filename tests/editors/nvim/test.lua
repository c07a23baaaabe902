-- Neovim as a user has it: a second Neovim with the plugin, driven by its keys and commands.
--
-- nvim --clean --headless -n -c 'luafile test.lua', with SERVER (the program), PLUGIN and WORK (a folder with samples).
local here = debug.getinfo(1, 'S').source:match('^@(.*)/')
local user = dofile(here .. '/user.lua')
local lua, command, type_keys, check, await, line = user.lua, user.command, user.keys, user.check, user.await, user.line
local finding, found, mode = user.finding, user.found, user.mode

local function is_gone(rule)
  return function()
    return finding(rule) == vim.NIL
  end
end

local function findings_stand_in_their_place()
  command('edit referat-social.txt')
  check('*referat*.txt is a document of ours', lua('return vim.bo.filetype') == 'referat')
  local weekday = await('a wrong weekday is found', function()
    return found('dates/weekday')
  end)
  check('it stands in its place', weekday.line == 5 and weekday.text:find('^Mandag'), weekday)
  check('it is an error of referent', weekday.severity == 1 and weekday.source == 'referent', weekday)
  local number = await('a CPR number is found after letters of two bytes', function()
    return found('privacy/cpr-number')
  end)
  check('its columns are right', number.line == 130 and number.text == '010203-1234', number)
end

local function outline_lists_the_items()
  command('ReferentOutline')
  local texts = lua([[return vim.tbl_map(function(item) return { item.lnum, item.text } end, vim.fn.getloclist(0))]])
  local items = vim.tbl_filter(function(item)
    return item[2]:find('^  %d+%. ')
  end, texts)
  check('the outline lists the items', #items == 7, items)
  check('with place and outcome', items[3][1] == 57 and items[3][2]:find('Havnelyset.*taget til efterretning'), items[3])
  command('lclose')
end

local function the_next_undecided_point_is_shown()
  local before = lua('return vim.api.nvim_buf_get_lines(0, 0, -1, false)')
  lua([[
    vim.api.nvim_buf_set_lines(0, 0, -1, false, {
      'Byrådet', '4. april 2022 kl. 17.00', '', '1. Budget', '', 'Indstilling', '',
      'Økonomi indstiller, at året åbnes, og at øen købes.', '', 'Beslutning', '', 'Ad 1. Godkendt.',
    })
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
  ]])
  command('ReferentUndecided')
  local place = lua('return vim.api.nvim_win_get_cursor(0)')
  local rest = lua("return vim.api.nvim_get_current_line():sub(vim.api.nvim_win_get_cursor(0)[2] + 1)")
  check('the cursor stands at the point', place[1] == 8 and rest == 'at øen købes.', { place, rest })
  lua('vim.api.nvim_buf_set_lines(0, 0, -1, false, ...)', before)
end

--- A word of the server waits for no key: what is typed next goes into the text.
local function no_word_asks_for_enter()
  user.screen(80)
  for _, asked in ipairs({ 'ReferentSet style nej', 'ReferentSet foo bar', 'ReferentExplain nej/nej', 'ReferentFixFolder' }) do
    command(asked)
    vim.wait(300)
    check('no key is asked for after ' .. asked, not mode().blocking, mode())
  end
  command('ReferentSet style')
  command('ReferentSet foo')
  user.no_screen()
  local said = lua("return vim.fn.execute('messages')")
  check('who speaks is said once', not said:find('referent: referent:', 1, true), said)
end

local function folds_follow_the_server()
  await('an item can be folded', function()
    return lua('return vim.fn.foldlevel(58) >= 1 and vim.fn.foldlevel(60) >= 2')
  end)
  check('all is open to begin with', lua('return vim.fn.foldclosed(60)') == -1)
  check('the header is not folded', lua('return vim.fn.foldlevel(2)') == 0)
end

local function syntax_and_tokens_colour_the_text()
  local name = [[return vim.fn.synIDattr(vim.fn.synID(...), 'name')]]
  check('headings are coloured before the server speaks', lua(name, 20, 1, 1) == 'referatSection')
  check('titles too', lua(name, 57, 1, 1):find('^referatTitle'), lua(name, 57, 1, 1))
  if vim.fn.has('nvim-0.9') == 0 then
    return
  end
  await('the server colours the title by its meaning', function()
    return lua([[
      for _, token in ipairs(vim.lsp.semantic_tokens.get_at_pos(0, 56, 12) or {}) do
        if token.type == 'namespace' then return true end
      end
      return false]])
  end)
end

local function a_setting_counts_at_once()
  command('ReferentSet severity.dates/weekday hint')
  await('a severity that is set counts at once', function()
    local weekday = found('dates/weekday')
    return weekday and weekday.severity == 4
  end)
  command('ReferentSet severity.dates/weekday')
  await('and is taken back', function()
    local weekday = found('dates/weekday')
    return weekday and weekday.severity == 1
  end)
end

local function a_rule_is_explained()
  command('5 | ReferentExplain')
  local first = lua([[return table.concat(vim.fn.getline(1, '$'), '\n')]])
  check('the rule at the cursor is explained', first:find('dates/weekday', 1, true), first)
  command('close')
end

--- A fix is chosen from the menu by its title, as the user does.
local function a_quick_fix_changes_the_text()
  lua([[
    vim.ui.select = function(items, options, choose)
      for i, item in ipairs(items) do
        if options.format_item(item):find('Tirsdag') then return choose(item, i) end
      end
      choose(nil)
    end]])
  command('call cursor(5, 1)')
  type_keys('gra')
  await('a quick fix changes the text', function()
    return line(5) == 'Tirsdag, 12 oktober, 2021 - 16:30'
  end)
  await('and its finding goes', is_gone('dates/weekday'))
end

local function rename_renumbers()
  command('call cursor(48, 3)')
  lua([[vim.lsp.buf.rename('9')]])
  await('a point gets another number', function()
    return line(48):find('^  9%. at udvalget')
  end)
  await('and the decision follows', function()
    return line(55) == 'Ad 9. Drøftet.'
  end)
end

local function completion_offers_what_is_missing()
  command('call cursor(72, 1)')
  -- Right under a sentence goes its next line: a heading is offered below a blank one.
  type_keys('oVur<C-x><C-o>')
  await('completion offers the missing section', function()
    return lua([[
      for _, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
        if item.word:find('^Vurdering') or item.abbr:find('^Vurdering') then return true end
      end
      return false]])
  end)
  type_keys('<Esc>')
  await('and writes it as a line of its own', function()
    return line(73) == 'Vurdering'
  end)
  command('73delete')
end

local function a_completion_is_written_whole()
  command("call append(110, '  3. ') | call cursor(111, 5)")
  type_keys('Aat orient<C-x><C-o>')
  await('a point is offered as the house writes it', function()
    return lua([[
      for _, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
        if item.abbr:find('^at orienteringen tages') then return true end
      end
      return vim.fn.getline('.'):find('at orienteringen tages') ~= nil]])
  end)
  type_keys('<C-n><C-n><C-y><Esc>')
  await('and written whole', function()
    return line(111):find('^  3%. at orienteringen tages til efterretning')
  end)
end

local function enter_goes_on_with_the_list()
  command('call cursor(47, 1)')
  type_keys('A<CR>')
  await('Enter gives the next point its mark and numbers those after it', function()
    return line(48) == '  2. ' and line(49):find('^  3%. at udvalget') and line(50):find('^  4%. ')
  end)
  type_keys('at sagen drøftes<CR>')
  await('the words stand after the mark', function()
    return line(48) == '  2. at sagen drøftes' and line(49) == '  3. '
  end)
  type_keys('<CR>')
  await('Enter on an empty point ends the list', function()
    return line(49) == '' and vim.trim(line(50)) == ''
  end)
  type_keys('<Esc>u')
  await('one undo takes it all back', function()
    return line(48):find('^  2%. at udvalget') and line(49):find('^  3%. at')
  end)
end

--- Whatever Enter is for others: it may be mapped, take a completion, or break a line of prose.
local function enter_is_not_taken_from_others()
  lua([[vim.keymap.set('i', '<CR>', '<C-g>u<CR>', { buffer = true })]])
  command('call cursor(49, 1)')
  type_keys('A<CR>')
  await('a mapping of Enter is no hindrance', function()
    return line(50) == '  4. '
  end)
  type_keys('<Esc>u')
  lua([[vim.keymap.del('i', '<CR>', { buffer = true })]])
  lua([[vim.keymap.set('i', '<F2>', function() vim.fn.complete(vim.fn.col('.'), { ' straks', ' senere' }) end, { buffer = true })]])
  type_keys('A<F2><Down><CR>')
  await('an Enter that takes a completion breaks no line', function()
    return line(49):find('senere$') and line(50) == ''
  end)
  type_keys('<Esc>u')
end

local function fix_all_makes_the_safe_fixes()
  command('edit! handicap.referat')
  await('the second document is checked', function()
    return found('dates/time')
  end)
  command('ReferentFixAll')
  await('fix all makes the safe fixes', function()
    return line(36):find('fra kl. 15.30 og', 1, true)
  end)
  await('and their findings go', is_gone('dates/time'))
  command('silent write')
end

local function the_server_comes_back()
  local first = lua([[return require('referent.server').client().id]])
  lua([[
    local children = vim.api.nvim_get_proc_children(vim.fn.getpid())
    for _, id in ipairs(children) do
      local process = vim.api.nvim_get_proc(id)
      if process and process.name:find('referent') then vim.loop.kill(id, 9) end
    end]])
  await('a server that is killed comes back', function()
    return lua(
      [[
      local client = require('referent.server').clients(vim.api.nvim_get_current_buf())[1]
      return client ~= nil and client.id ~= ...]],
      first
    )
  end)
  lua([[vim.api.nvim_buf_set_lines(0, 35, 36, false, { 'Arkitekten deltager i mødet fra kl 15.30.' })]])
  await('and finds what is typed then', function()
    return found('dates/time')
  end)
  local second = lua([[return require('referent.server').client().id]])
  command('ReferentRestart')
  await('it can be started again by hand', function()
    local client = lua([[return (require('referent.server').clients(vim.api.nvim_get_current_buf())[1] or {}).id]])
    return client ~= vim.NIL and client ~= second and found('dates/time')
  end)
end

local function health_says_that_all_is_well()
  command('checkhealth referent')
  local report = lua([[return table.concat(vim.fn.getline(1, '$'), '\n')]])
  check('the health report names the program', report:find(vim.env.SERVER, 1, true), report)
  check('and finds no fault', not report:find('ERROR'), report)
end

local function a_new_document_is_what_the_program_writes()
  command('ReferentNew --style odense --stage minutes --committee Kulturudvalget --date 2024-03-14')
  check('a new document is one of ours', lua('return vim.bo.filetype') == 'referat')
  local text = lua([[return table.concat(vim.fn.getline(1, '$'), '\n')]])
  local head = '^REFERAT Kulturudvalget d%. 14%-03%-2024\n\nMødedato Torsdag d%. 14%. marts 2024'
  check('it begins as the house does', text:find(head), text)
  await('and the server reads it', function()
    return lua([[return #require('referent.server').clients(vim.api.nvim_get_current_buf()) == 1]])
  end)
  command('bwipeout!')
end

local function a_new_document_says_what_it_cannot()
  lua([[_G.said = {}; vim.notify = function(words) table.insert(_G.said, words) end]])
  lua([[require('referent').options.cmd = { 'no-such-program' }]])
  command('ReferentNew')
  local said = lua('return _G.said')
  check('a missing program is named', said[1] and said[1]:find('no-such-program', 1, true), said)
end

user.finish('', function()
  findings_stand_in_their_place()
  outline_lists_the_items()
  the_next_undecided_point_is_shown()
  folds_follow_the_server()
  syntax_and_tokens_colour_the_text()
  a_setting_counts_at_once()
  no_word_asks_for_enter()
  a_rule_is_explained()
  a_quick_fix_changes_the_text()
  enter_goes_on_with_the_list()
  enter_is_not_taken_from_others()
  rename_renumbers()
  completion_offers_what_is_missing()
  a_completion_is_written_whole()
  fix_all_makes_the_safe_fixes()
  the_server_comes_back()
  health_says_that_all_is_well()
  a_new_document_is_what_the_program_writes()
  a_new_document_says_what_it_cannot()
end)
