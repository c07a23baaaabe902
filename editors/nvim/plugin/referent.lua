-- Starts the server for minutes and agendas, and defines the commands. Nothing else is loaded before it is used.
if vim.g.loaded_referent then
  return
end
vim.g.loaded_referent = true

if vim.fn.has('nvim-0.7') == 0 then
  vim.notify('referent: Neovim 0.7 or later is needed', vim.log.levels.ERROR)
  return
end

local function command(name, desc, run, more)
  local options = vim.tbl_extend('force', { desc = desc }, more or {})
  vim.api.nvim_create_user_command(name, run, options)
end

command('ReferentFixAll', 'Make every safe fix', function()
  require('referent.commands').fix_all()
end)
command('ReferentRestart', 'Start the server again', function()
  require('referent.server').restart()
end)
command('ReferentOutline', 'List the items of the meeting', function()
  require('referent.commands').outline()
end)
command('ReferentFindings', 'List the findings', function()
  require('referent.commands').findings()
end)
command('ReferentUndecided', 'Go to the next at-point that is not decided; with ! the one before', function(args)
  require('referent.commands').undecided(args.bang)
end, { bang = true })
command('ReferentCompare', 'What the minutes changed in the agenda beside them', function()
  require('referent.commands').compare()
end)
command('ReferentAddWord', 'The word at the cursor is right in this house', function(args)
  require('referent.commands').add_word(args.args)
end, { nargs = '?' })
command('ReferentFixFolder', 'Make every safe fix in all minutes of the folder', function()
  require('referent.commands').fix_folder()
end)
command('ReferentExplain', 'Explain a rule', function(args)
  require('referent.commands').explain(args.args)
end, {
  nargs = '?',
  complete = function(lead)
    return require('referent.commands').rules(lead)
  end,
})
command('ReferentNew', 'Minutes or an agenda from a skeleton', function(args)
  require('referent.commands').new(args.fargs)
end, { nargs = '*' })
command('ReferentMinutes', 'Minutes of the agenda in this buffer', function()
  require('referent.documents').minutes()
end)
command('ReferentSet', 'Change a setting of the server', function(args)
  require('referent.commands').set(args.fargs)
end, {
  nargs = '+',
  complete = function(lead, line)
    return require('referent.commands').settings(lead, line)
  end,
})

require('referent.server').enable()
