-- The server as Neovim 0.11 and later know it: vim.lsp.config('referent', { ... }) adds to this.
return require('referent.server').config()
