" How a buffer of minutes behaves: a paragraph is one long line, shown over several.
if exists('b:did_ftplugin') | finish | endif
let b:did_ftplugin = 1

setlocal wrap linebreak breakindent
setlocal textwidth=0
setlocal commentstring=<!--\ %s\ -->
" Names of rules ("dates/weekday") and Danish words are one word for completion.
setlocal iskeyword=@,48-57,_,192-255

let b:undo_ftplugin = 'setlocal wrap< linebreak< breakindent< textwidth< commentstring< iskeyword<'
