--- Starts the server for a buffer, finds it, and brings it back when it dies.
---
--- Neovim 0.11 starts it by vim.lsp.enable, 0.8 to 0.10 by vim.lsp.start, 0.7 by vim.lsp.start_client; the rest is
--- the same for all.
local referent = require('referent')

local M = {}

--- A server that dies so often within so many seconds is not started again.
local MOST_DEATHS, WITHIN = 5, 180

local deaths = {}
--- Servers that were told to end, and those that have: Neovim lists them for a while after.
local stopping, dead = {}, {}
local told = false

--- Running servers, of `bufnr` or all.
function M.clients(bufnr)
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  local of_buffer = bufnr and vim.lsp.buf_get_clients and not vim.lsp.get_clients
  local all = of_buffer and vim.lsp.buf_get_clients(bufnr) or get(bufnr and { bufnr = bufnr } or nil)
  return vim.tbl_filter(function(client)
    return client.name == 'referent' and not dead[client.id]
  end, vim.tbl_values(all))
end

--- The server of the current buffer, or nil with a message.
function M.client()
  local client = M.clients(vim.api.nvim_get_current_buf())[1]
  if not client and not vim.tbl_contains(referent.options.filetypes, vim.bo.filetype) then
    referent.notify('dette er hverken dagsorden eller referat', 'this is neither an agenda nor minutes')
  elseif not client then
    referent.notify(
      'ingen server kører for dette dokument; se :checkhealth referent',
      'no server runs for this document; see :checkhealth referent',
      vim.log.levels.WARN
    )
  end
  return client
end

--- Is the program there? If not, it is said: once, or each time to one who asked for it.
function M.is_installed(is_asked)
  if vim.fn.executable(referent.options.cmd[1]) == 1 then
    return true
  end
  if is_asked or not told then
    told = true
    referent.notify(
      ('programmet "%s" er ikke fundet; se :help referent-install'):format(referent.options.cmd[1]),
      ('the program "%s" was not found; see :help referent-install'):format(referent.options.cmd[1]),
      vim.log.levels.WARN
    )
  end
  return false
end

--- The folder of the settings or of the repository that the document lies in; nil for a lone file.
local function root(bufnr)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':p:h')
  for _, marker in ipairs({ 'referent.toml', '.git' }) do
    local file = vim.fn.findfile(marker, folder .. ';')
    local found = file ~= '' and file or vim.fn.finddir(marker, folder .. ';')
    if found ~= '' then
      return vim.fn.fnamemodify(vim.fn.fnamemodify(found, ':p'):gsub('/$', ''), ':h')
    end
  end
end

local function is_wanted(bufnr)
  return vim.api.nvim_buf_is_loaded(bufnr)
    and vim.bo[bufnr].buftype == ''
    and vim.tbl_contains(referent.options.filetypes, vim.bo[bufnr].filetype)
end

--- Starts the server again, but not one that dies each time.
local function on_exit(_, _, client_id)
  dead[client_id] = true
  if stopping[client_id] or vim.v.exiting ~= vim.NIL then
    return
  end
  local now = os.time()
  deaths = vim.tbl_filter(function(at)
    return now - at < WITHIN
  end, deaths)
  table.insert(deaths, now)
  vim.schedule(function()
    if #deaths < MOST_DEATHS then
      return M.start_all()
    end
    referent.notify(
      ('serveren er stoppet %d gange og startes ikke igen; :ReferentRestart prøver på ny'):format(#deaths),
      ('the server has died %d times and is left alone; :ReferentRestart tries again'):format(#deaths),
      vim.log.levels.ERROR
    )
  end)
end

--- `settings` for the protocol, where an empty table would be a list.
local function sent(settings)
  return next(settings) and settings or vim.empty_dict()
end

--- What Neovim can do, less snippets: where they are filled in at all, a mark before the cursor is lost.
local function abilities()
  local all = vim.lsp.protocol.make_client_capabilities()
  all.textDocument.completion.completionItem.snippetSupport = false
  return all
end

--- What the server says of its own accord; Neovim's own way would ask for Enter after each word.
local function on_message(_, said)
  local levels = { vim.log.levels.ERROR, vim.log.levels.WARN }
  referent.say(said.message, levels[said.type])
end

--- How the server is started, in the words of vim.lsp.config.
function M.config()
  return {
    name = 'referent',
    cmd = referent.options.cmd,
    filetypes = referent.options.filetypes,
    settings = { referent = sent(referent.options.settings) },
    init_options = sent(referent.options.settings),
    capabilities = abilities(),
    handlers = { ['window/showMessage'] = on_message },
    get_language_id = function()
      return 'referat'
    end,
    on_exit = on_exit,
    -- Neovim 0.11: asked for each buffer; without an answer nothing is started.
    root_dir = function(bufnr, on_dir)
      if M.is_installed() then
        on_dir(root(bufnr))
      end
    end,
  }
end

--- Neovim 0.7 knows neither "same server as for that buffer" nor "detached when it dies".
local function attach_by_hand(bufnr, config)
  for _, client in ipairs(M.clients()) do
    if client.config.root_dir == config.root_dir then
      return vim.lsp.buf_attach_client(bufnr, client.id)
    end
  end
  local id = vim.lsp.start_client(config)
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

--- Starts the server for `bufnr` (before 0.11).
local function start(bufnr)
  if not is_wanted(bufnr) or not M.is_installed() or M.clients(bufnr)[1] then
    return
  end
  local config = M.config()
  config.root_dir = root(bufnr)
  config.on_attach = function(client, attached)
    require('referent.attach').attach(client, attached)
  end
  if vim.lsp.start then
    vim.lsp.start(config, {
      bufnr = bufnr,
      reuse_client = function(client, new)
        return client.name == new.name and client.config.root_dir == new.root_dir and not dead[client.id]
      end,
    })
  else
    attach_by_hand(bufnr, config)
  end
end

--- Starts the server for every document that is open.
function M.start_all()
  if vim.lsp.config then
    vim.lsp.enable('referent')
    return
  end
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    vim.api.nvim_buf_call(bufnr, function()
      start(bufnr)
    end)
  end
end

--- Stops the server and starts it again.
function M.restart()
  deaths, told = {}, false
  local clients = M.clients()
  for _, client in ipairs(clients) do
    stopping[client.id] = true
    vim.lsp.stop_client(client.id, true)
  end
  local gone = vim.wait(2000, function()
    return #M.clients() == 0
  end, 20)
  if gone then
    M.start_all()
  end
end

--- Tells the servers that settings have changed.
function M.configure(settings)
  referent.options.settings = settings
  if vim.lsp.config then
    vim.lsp.config('referent', { settings = { referent = sent(settings) }, init_options = sent(settings) })
  end
  for _, client in ipairs(M.clients()) do
    client.config.settings = { referent = sent(settings) }
    client.settings = client.config.settings
    local params = { settings = client.config.settings }
    if vim.fn.has('nvim-0.11') == 1 then
      client:notify('workspace/didChangeConfiguration', params)
    else
      client.notify('workspace/didChangeConfiguration', params)
    end
  end
end

--- Reads referent.toml again; Neovim watches no files for a server.
local function reload()
  for _, client in ipairs(M.clients()) do
    vim.lsp.buf_request(
      (vim.lsp.get_buffers_by_client_id(client.id) or {})[1] or 0,
      'workspace/executeCommand',
      { command = 'referent.reload' },
      function() end
    )
  end
end

--- From now on the server runs wherever minutes are open.
function M.enable()
  local group = vim.api.nvim_create_augroup('referent', {})
  vim.api.nvim_create_autocmd('BufWritePost', { group = group, pattern = 'referent.toml', callback = reload })
  if vim.lsp.config then
    vim.api.nvim_create_autocmd('LspAttach', {
      group = group,
      callback = function(args)
        local client = vim.lsp.get_client_by_id(args.data.client_id)
        if client and client.name == 'referent' then
          require('referent.attach').attach(client, args.buf)
        end
      end,
    })
    vim.lsp.enable('referent')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    callback = function(args)
      start(args.buf or tonumber(vim.fn.expand('<abuf>')))
    end,
  })
end

return M
