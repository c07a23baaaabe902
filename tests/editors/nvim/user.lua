-- A user of Neovim: a second Neovim with the plugin in it, its keys and commands, and what is seen there.
--
-- Wants SERVER (the program), PLUGIN and WORK (the folder in which the user works).
local env = vim.env
local n_passed = 0
local M = {}

--- Neovim 0.8 to 0.10 are not to be had; what they know of vim.lsp is tried on 0.11 when OLD is set.
local forget = env.OLD and 'lua for _, name in ipairs({ "config", "enable", "foldexpr", "completion" }) do vim.lsp[name] = nil end' or 'let g:new = 1'

local nvim = vim.fn.jobstart({
  vim.v.progpath,
  '--clean',
  '--embed',
  '--headless',
  '-n',
  '--cmd',
  forget,
  '--cmd',
  'set runtimepath^=' .. env.PLUGIN,
  '--cmd',
  ("lua require('referent').setup({ cmd = { %q, 'lsp' }, settings = { language = 'da' } })"):format(env.SERVER),
}, { rpc = true, cwd = env.WORK })

--- Runs `code` in the user's Neovim.
function M.lua(code, ...)
  return vim.rpcrequest(nvim, 'nvim_exec_lua', code, { ... })
end

--- What Neovim waits for; it is told while it waits, too.
function M.mode()
  return vim.rpcrequest(nvim, 'nvim_get_mode')
end

--- Gives Neovim a screen of so many columns: without one it never asks for Enter.
function M.screen(columns)
  vim.rpcrequest(nvim, 'nvim_ui_attach', columns, 30, { rgb = true })
end

--- Takes it away again.
function M.no_screen()
  vim.rpcrequest(nvim, 'nvim_ui_detach')
end

--- Runs an Ex command there.
function M.command(line)
  return vim.rpcrequest(nvim, 'nvim_command', line)
end

--- Types `keys`, and waits for nothing.
function M.keys(keys)
  vim.rpcrequest(nvim, 'nvim_input', keys)
end

--- Says that `fact` holds, or ends the test with `more`.
function M.check(fact, holds, more)
  if not holds then
    error(fact .. (more and ': ' .. vim.inspect(more) or ''), 0)
  end
  n_passed = n_passed + 1
  io.stdout:write('  ok: ' .. fact .. '\n')
end

--- Waits until `get` returns something true, and returns it.
function M.await(fact, get)
  local got
  vim.wait(tonumber(vim.env.PATIENCE) or 60000, function()
    got = get()
    return got
  end, 20)
  M.check(fact, got)
  return got
end

--- The text of a line.
function M.line(number)
  return M.lua('return vim.fn.getline(...)', number)
end

--- The finding of `rule` in the current buffer: its line, the text it marks, its severity; vim.NIL when there is none.
function M.finding(rule)
  return M.lua(
    [[
    for _, found in ipairs(vim.diagnostic.get(0)) do
      local code = found.code or (((found.user_data or {}).lsp or {}).code)
      if code == ... then
        local text = vim.fn.getline(found.lnum + 1):sub(found.col + 1, found.end_col)
        return { line = found.lnum + 1, text = text, severity = found.severity, source = found.source }
      end
    end
    return nil]],
    rule
  )
end

--- The finding of `rule`, or nil.
function M.found(rule)
  local answer = M.finding(rule)
  return answer ~= vim.NIL and answer or nil
end

--- Runs the whole test, says how it went, and ends this Neovim and the user's.
function M.finish(name, test)
  local ok, failure = pcall(test)
  local version = vim.version()
  name = ('Neovim %d.%d.%d%s%s'):format(version.major, version.minor, version.patch, env.OLD and ' as 0.8' or '', name)
  io.stdout:write((ok and ('ok %s: %d facts'):format(name, n_passed) or ('FAIL %s: %s'):format(name, failure)) .. '\n')
  if not ok then
    io.stdout:write(tostring(select(2, pcall(M.lua, [[return vim.fn.execute('messages')]]))) .. '\n')
    io.stdout:write(tostring(select(2, pcall(M.lua, [[return table.concat(vim.fn.getline(1, '$'), '\n')]]))) .. '\n')
  end
  vim.fn.jobstop(nvim)
  vim.cmd(ok and 'qall!' or 'cquit 1')
end

return M
