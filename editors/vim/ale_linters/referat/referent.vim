" Tells ALE of the language server "referent".
call ale#Set('referat_referent_executable', 'referent')
" The settings of the server, as {'language': 'da', 'severity': {'dates/weekday': 'hint'}}.
call ale#Set('referat_referent_config', {})

" ALE starts no server without a folder: that of the settings, of the repository, or of the document.
function! ale_linters#referat#referent#ProjectRoot(buffer) abort
  for l:marker in ['referent.toml', '.git']
    let l:file = ale#path#FindNearestFile(a:buffer, l:marker)
    let l:found = empty(l:file) ? ale#path#FindNearestDirectory(a:buffer, l:marker) : l:file
    if !empty(l:found)
      return fnamemodify(substitute(l:found, '/$', '', ''), ':h')
    endif
  endfor
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

" ALE takes bytes for columns; the server must be told, or fixes would miss the words on lines with an "ø".
function! ale_linters#referat#referent#Options(buffer) abort
  return extend({'positionEncoding': 'utf-8'}, ale#Var(a:buffer, 'referat_referent_config'))
endfunction

call ale#linter#Define('referat', {
\ 'name': 'referent',
\ 'lsp': 'stdio',
\ 'executable': {buffer -> ale#Var(buffer, 'referat_referent_executable')},
\ 'command': '%e lsp',
\ 'language': 'referat',
\ 'project_root': function('ale_linters#referat#referent#ProjectRoot'),
\ 'initialization_options': function('ale_linters#referat#referent#Options'),
\ 'lsp_config': {buffer -> ale#Var(buffer, 'referat_referent_config')},
\})
