" Which files are minutes and agendas of a committee.
autocmd BufNewFile,BufRead *.referat,*.dagsorden set filetype=referat
autocmd BufNewFile,BufRead *[rR]eferat*.txt,*[dD]agsorden*.md set filetype=referat
