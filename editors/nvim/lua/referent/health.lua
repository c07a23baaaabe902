--- ":checkhealth referent": is the program there, does it answer, does it run for what is open?
local referent = require('referent')

local M = {}

--- Neovim 0.10 renamed these.
local function reporter()
  local health = vim.health or require('health')
  return {
    start = health.start or health.report_start,
    ok = health.ok or health.report_ok,
    warn = health.warn or health.report_warn,
    error = health.error or health.report_error,
    info = health.info or health.report_info,
  }
end

local function way()
  if vim.lsp.config then
    return 'vim.lsp.enable'
  end
  return vim.lsp.start and 'vim.lsp.start' or 'vim.lsp.start_client'
end

local function check_program(report)
  local program = referent.options.cmd[1]
  local path = vim.fn.exepath(program)
  if path == '' then
    local words = referent.pick('programmet "%s" er ikke i PATH', 'the program "%s" is not on the PATH')
    return report.error(words:format(program), {
      referent.pick('Se :help referent-install', 'See :help referent-install'),
      "require('referent').setup({ cmd = { '/sti/til/referent', 'lsp' } })",
    })
  end
  local version = vim.fn.systemlist({ path, '--version' })[1] or ''
  if vim.v.shell_error ~= 0 then
    return report.error(path .. ' --version: ' .. version)
  end
  report.ok(('%s (%s)'):format(path, version))
end

local function check_servers(report)
  local clients = require('referent.server').clients()
  if #clients == 0 then
    return report.info(referent.pick('ingen server kører: åbn et referat', 'no server runs: open some minutes'))
  end
  for _, client in ipairs(clients) do
    local where = client.config.root_dir or referent.pick('enkelt fil', 'lone file')
    local n = #vim.lsp.get_buffers_by_client_id(client.id)
    report.ok(referent.pick('server %d: %s, %d dokument(er)', 'server %d: %s, %d document(s)'):format(client.id, where, n))
  end
end

local function check_filetype(report)
  if vim.g.did_load_filetypes == nil and vim.fn.exists('#filetypedetect') == 0 then
    return report.warn(referent.pick('filtyper er slået fra', 'filetypes are off'), { ':filetype plugin on' })
  end
  report.ok(referent.pick('filtyper: ', 'filetypes: ') .. table.concat(referent.options.filetypes, ', '))
end

function M.check()
  local report = reporter()
  report.start('referent')
  check_program(report)
  report.info(referent.pick('startes med ', 'started by ') .. way())
  check_filetype(report)
  check_servers(report)
end

return M
