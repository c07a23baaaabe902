Content-Length: 33

{"jsonrpc":"2.0","method":"exit"}