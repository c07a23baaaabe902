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

augroup referent
  autocmd!
  autocmd FileType referat setlocal omnifunc=ale#completion#OmniFunc
augroup END

command! ReferentFixAll call ale#codefix#Execute(0, function('s:ApplyFixAll'))
command! -nargs=? ReferentExplain call s:Explain(<q-args>)
