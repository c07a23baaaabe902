" Commands for minutes and agendas in Vim; findings, fixes and completion come through ALE.
if exists('g:loaded_referent') || has('nvim') | finish | endif
let g:loaded_referent = 1

function! s:ApplyFixAll(data, items) abort
  for [l:kind, l:action] in a:items
    if get(l:action, 'kind', '') ==# 'source.fixAll.referent'
      return ale#codefix#ApplyLSPCodeAction(a:data, l:action)
    endif
  endfor
  echo 'referent: nothing to fix'
endfunction

function! s:Explain(rule) abort
  let l:rule = a:rule
  for l:finding in ale#engine#GetLoclist(bufnr(''))
    if empty(l:rule) && l:finding.lnum == line('.')
      let l:rule = get(l:finding, 'code', '')
    endif
  endfor
  if empty(l:rule)
    echo 'referent: put the cursor on a line with a finding, or write the name of the rule'
    return
  endif
  let l:program = ale#Var(bufnr(''), 'referat_referent_executable')
  let l:lines = systemlist(shellescape(l:program) . ' explain ' . shellescape(l:rule))
  botright new
  setlocal buftype=nofile bufhidden=wipe noswapfile
  call setline(1, l:lines)
  setlocal nomodifiable
  nnoremap <buffer> q <Cmd>close<CR>
endfunction

" Fills an empty buffer, else a new one, with what "referent new" writes.
function! s:New(arguments, name) abort
  let l:program = ale#Var(bufnr(''), 'referat_referent_executable')
  let l:lines = systemlist(shellescape(l:program) . ' new ' . a:arguments)
  if v:shell_error
    echohl ErrorMsg | echomsg join(l:lines) | echohl None
    return
  endif
  if !empty(a:name)
    execute 'edit' fnameescape(a:name)
  elseif line('$') > 1 || !empty(getline(1))
    enew
  endif
  if line('$') > 1 || !empty(getline(1))
    echomsg 'referent: ' . a:name . ' is there already'
    return
  endif
  setfiletype referat
  call setline(1, l:lines)
endfunction

" The minutes of the agenda in this file lie beside it: "april.dagsorden", "april.referat".
function! s:Minutes() abort
  update
  let l:name = substitute(expand('%:p'), '\.dagsorden$', '.referat', '')
  let l:name = l:name ==# expand('%:p') ? expand('%:p:r') . '-referat.' . expand('%:e') : l:name
  call s:New('--from ' . shellescape(expand('%:p')), l:name)
endfunction

" Vim writes the line breaks of a completion as NULs, which are read as "\n".
function! s:BreakLines() abort
  let l:lines = split(getline('.'), "\n", 1)
  if len(l:lines) > 1
    call setline('.', l:lines[0])
    call append('.', l:lines[1:])
  endif
endfunction

augroup referent
  autocmd!
  autocmd FileType referat setlocal omnifunc=ale#completion#OmniFunc
  autocmd FileType referat autocmd! referent CompleteDone <buffer> call s:BreakLines()
augroup END

command! ReferentFixAll call ale#codefix#Execute(0, function('s:ApplyFixAll'))
command! -nargs=* ReferentNew call s:New(<q-args>, '')
command! ReferentMinutes call s:Minutes()
command! -nargs=? ReferentExplain call s:Explain(<q-args>)
