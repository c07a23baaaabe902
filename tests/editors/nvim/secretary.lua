-- A secretary's work in one go: an agenda from an empty buffer, then its minutes, until the program finds nothing.
-- Everything is typed, as a user without any other plugin types it (Neovim 0.11).
local here = debug.getinfo(1, 'S').source:match('^@(.*)/')
local user = dofile(here .. '/user.lua')
local lua, command, type_keys, check, await, line = user.lua, user.command, user.keys, user.check, user.await, user.line

local function text()
  return lua([[return table.concat(vim.fn.getline(1, '$'), '\n')]])
end

--- Waits until `words` stand in the document, after what has just been typed.
local function await_words(fact, words)
  return await(fact, function()
    return text():find(words, 1, true)
  end)
end

local function await_line(fact, pattern)
  return await(fact, function()
    return lua([[return vim.fn.getline('.')]]):find(pattern)
  end)
end

--- Takes the first offer to go on from what was typed.
local function complete(fact, pattern)
  type_keys('<C-x><C-o>')
  await_line(fact, pattern)
end

--- Types `keys` and `words`, and leaves insert mode when they stand there.
local function write(keys, words)
  type_keys(keys .. words .. '<Esc>')
  vim.wait(60000, function()
    return lua('return vim.fn.mode()') == 'n' and text():find(words, 1, true) ~= nil
  end, 10)
end

--- Goes to the next line that begins with `words`, when all that was typed is done.
local function go_to(words)
  vim.wait(60000, function()
    return lua('return vim.fn.mode()') == 'n'
  end, 10)
  local number = lua([[return vim.fn.search('^\\V' .. ..., 'cw')]], words)
  assert(number > 0, 'there is no line ' .. words)
end

--- Takes the action that is called so.
local function act(title)
  lua(
    [[
    local title = ...
    vim.ui.select = function(items, options, choose)
      local titles = vim.tbl_map(options.format_item, items)
      for i, item in ipairs(items) do
        if titles[i]:find(title, 1, true) then return choose(item, i) end
      end
      error(('no action is called "%s": %s'):format(title, vim.inspect(titles)))
    end]],
    title
  )
  type_keys('gra')
end

--- Writes the file, and lets the program check it in the style that Neovim has; hints alone may be left.
local function check_by_program(fact)
  command('silent write')
  local said = lua([[
    local said = vim.fn.system({ ..., 'check', '--fail-on', 'info', '--format', 'concise', '--style', 'kobenhavn', vim.fn.expand('%') })
    return { vim.v.shell_error, said }]], vim.env.SERVER)
  check(fact, said[1] == 0, said[2] .. text())
end

local function the_head_is_asked_for()
  command('edit møde.dagsorden')
  type_keys(':ReferentNew<CR>2<CR>Kultur- og Fritidsudvalget<CR><C-u>17-12-2026<CR>')
  await_words('questions make a skeleton', 'Mødedato: Torsdag den 17. december 2026 kl. ')
  type_keys('17.30<Tab>Rådhuset, lokale 3<Tab>Ny svømmehal i Nørrelund<Esc>')
  await_words('<Tab> goes to what is to be filled in', 'Punkt 2: Ny svømmehal i Nørrelund')
  check('the place too', line(4) == 'Mødested: Rådhuset, lokale 3', line(4))
end

local function the_recommendation_is_written()
  go_to('Indstilling')
  type_keys('o<CR>Kultur- og Fritidsforvaltningen indstiller,<CR><CR>1. at Kultur- og Fritidsudvalget god')
  complete('a point is offered', 'udvalget godkender $')
  type_keys('skitseprojektet til svømmehallen,<CR>')
  await_line('Enter brings the next number', '^2%. $')
  type_keys('at Kultur- og Fritidsudvalget over')
  complete('and its words are offered', 'anbefaler, at $')
  write('der gives en ', 'anlægsbevilling på 42,5 mio. kr.')
  go_to('Problemstilling')
  write('o<CR>', 'Svømmehallen fra 1968 er slidt ned. Se også åbningstiderne ifht. skolerne kl 8.30.')
  go_to('Løsning')
  type_keys('o<CR>Forvaltningen foreslår en ny hal med seks baner.<CR><CR>Økon')
  complete('a section is offered', '^Økonomi$')
  type_keys('<CR><CR>Udgiften er 42,5 mio. kr. og er med i budgettet, som blev vedtaget den 8/10')
  complete('a date is written out', 'vedtaget den 8%. oktober 2026$')
  write('. Den betales ', 'over to år.')
end

local function an_item_is_put_in()
  go_to('Punkt 3: Eventuelt')
  write('O<CR><Up>', 'Punkt 3: Tilskud til foreninger')
  act('Nummerér')
  await_words('the items after it get their numbers', 'Punkt 4: Eventuelt')
  act('Indsæt afsnittet "Indstilling"')
  await_words('a missing section is put in', 'Tilskud til foreninger\n\nIndstilling\n')
  go_to('Indstilling')
  write('jo<CR>Kultur- og Fritidsforvaltningen indstiller,<CR><CR>', '- at orienteringen tages til efterretning.')
end

local function what_is_safe_is_fixed()
  await('a finding stands where it is', function()
    return user.found('dates/time')
  end)
  command('ReferentFixAll')
  await_words('and is fixed', 'skolerne kl. 8.30.')
end

local function the_agenda_becomes_minutes()
  command('ReferentMinutes')
  check('the minutes lie beside the agenda', lua([[return vim.fn.expand('%:t')]]) == 'møde.referat')
  check('and begin as minutes', line(1) == 'Referat af møde i Kultur- og Fritidsudvalget', line(1))
  await('the server reads them', function()
    return user.found('structure/empty-section')
  end)
end

--- Goes to the heading of the decision of an item.
local function decide(item)
  go_to(item)
  go_to('Beslutning')
end

local function decisions_are_written()
  decide('Punkt 1')
  type_keys('o<CR>')
  complete('the agenda is approved', '^Godkendt%.$')
  type_keys('<Esc>')
  decide('Punkt 2')
  act('Indsæt "Ad 1." og "Ad 2." for de 2 at-punkter')
  await_words('a line for each point', 'Ad 1.\nAd 2.')
  go_to('Ad 1.')
  write('A', ' Indstillingen blev godkendt.')
  go_to('Ad 2.')
  write('A', ' Anbefalet.')
  decide('Punkt 3')
  type_keys('o<CR>Ta')
  complete('a decision is offered by the words of the point', '^Taget til efterretning%.$')
  type_keys('<Esc>')
  decide('Punkt 4')
  write('o<CR>', 'Intet.')
end

user.finish(' (a secretary)', function()
  the_head_is_asked_for()
  the_recommendation_is_written()
  an_item_is_put_in()
  what_is_safe_is_fixed()
  check_by_program('the agenda is clean')
  the_agenda_becomes_minutes()
  decisions_are_written()
  check_by_program('the minutes can be published')
end)
