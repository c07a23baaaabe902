" Vim and ALE with the real server.
"
" vim -u NONE -N -i NONE -n -es -S test.vim, with SERVER, PLUGIN, LOG and WORK (a folder with samples). In this mode
" messages vanish, so the facts go to $LOG.
set encoding=utf-8 nomore hidden
let &runtimepath = $PLUGIN .. ',' .. &runtimepath
let g:ale_referat_referent_executable = $SERVER
let g:ale_referat_referent_config = {'language': 'da'}
filetype plugin on
syntax on
packadd ale
runtime plugin/referent.vim

let s:n_passed = 0

func! Say(line)
  call writefile([a:line], $LOG, 'a')
endfunc

func! Fail(fact, more)
  call Say('FAIL Vim ' .. v:versionlong .. ': ' .. a:fact .. ': ' .. string(a:more))
  cquit
endfunc

func! Check(fact, holds, more)
  if !a:holds | call Fail(a:fact, a:more) | endif
  let s:n_passed += 1
  call Say('  ok: ' .. a:fact)
endfunc

func! Await(fact, get)
  let started = reltime()
  let got = a:get()
  while empty(got) && reltimefloat(reltime(started)) < 60
    sleep 20m
    let got = a:get()
  endwhile
  call Check(a:fact, !empty(got), map(copy(ale#engine#GetLoclist(bufnr())), 'v:val.text'))
  return got
endfunc

" The finding of a rule: its line, the text it marks, its type.
func! Finding(rule)
  for found in ale#engine#GetLoclist(bufnr())
    if get(found, 'code', '') ==# a:rule
      let text = strpart(getline(found.lnum), found.col - 1, found.end_col - found.col + 1)
      return [found.lnum, text, found.type]
    endif
  endfor
  return []
endfunc

func! ChooseByTitle(title, data, items)
  for [kind, action] in a:items
    if action.title =~# a:title | return ale#codefix#ApplyLSPCodeAction(a:data, action) | endif
  endfor
  call Fail('an action is called ' .. a:title, a:items)
endfunc

func! FindingsStandInTheirPlace()
  exe 'edit' fnameescape($WORK .. '/referat-social.txt')
  call Check('*referat*.txt is a document of ours', &filetype ==# 'referat', &filetype)
  ALELint
  let weekday = Await('a wrong weekday is found', {-> Finding('dates/weekday')})
  call Check('it stands in its place', weekday[0] == 5 && weekday[1] =~# '^Mandag', weekday)
  call Check('it is an error', weekday[2] ==# 'E', weekday)
  let number = Await('a CPR number is found after letters of two bytes', {-> Finding('privacy/cpr-number')})
  call Check('its columns are right', number[0:1] ==# [130, '010203-1234'], number)
  call Check('there is a sign on its line', !empty(sign_getplaced(bufnr(), {'group': '*', 'lnum': 130})[0].signs), 0)
endfunc

func! HeadingsAreColoured()
  let Name = {line, column -> synIDattr(synID(line, column, 1), 'name')}
  call Check('headings are coloured', Name(20, 1) ==# 'referatSection', Name(20, 1))
  call Check('at-points are coloured', Name(47, 3) ==# 'referatPoint', Name(47, 3))
endfunc

func! ASettingCountsAtOnce()
  let g:ale_referat_referent_config = {'language': 'da', 'severity': {'dates/weekday': 'warning'}}
  ALELint
  call Await('a severity that is set counts at once', {-> get(Finding('dates/weekday'), 2, '') ==# 'W'})
  let g:ale_referat_referent_config = {'language': 'da'}
  ALELint
  call Await('and is taken back', {-> get(Finding('dates/weekday'), 2, '') ==# 'E'})
endfunc

func! ARuleIsExplained()
  call cursor(5, 1)
  ReferentExplain
  let text = join(getline(1, '$'), "\n")
  call Check('the rule at the cursor is explained', text =~# 'dates/weekday', text)
  close
endfunc

func! AQuickFixChangesTheText()
  call cursor(5, 1)
  call ale#codefix#Execute(0, function('ChooseByTitle', ['Tirsdag']))
  call Await('a quick fix changes the text', {-> getline(5) ==# 'Tirsdag, 12 oktober, 2021 - 16:30'})
  ALELint
  call Await('and its finding goes', {-> empty(Finding('dates/weekday'))})
endfunc

func! RenameRenumbers()
  call cursor(48, 3)
  call feedkeys(":ALERename\<CR>\<C-u>9\<CR>", 'tx')
  call Await('a point gets another number', {-> getline(48) =~# '^  9\. at udvalget'})
  call Await('and the decision follows', {-> getline(55) ==# 'Ad 9. Drøftet.'})
endfunc

func! CompletionOffersWhatIsMissing()
  " Right under a sentence goes its next line: a heading is offered below a blank one.
  call append(72, 'Vur')
  call cursor(73, 3)
  call feedkeys("A\<C-r>=Offers()\<CR>\<Esc>", 'tx')
  call Check('completion offers the missing section', index(g:offers, 'Vurdering') >= 0, g:offers)
  call deletebufline('%', 73)
endfunc

func! Offers()
  call ale#completion#OmniFunc(1, '')
  " OmniFunc itself stops waiting when a key is pressed, and here one always is.
  let started = reltime()
  while ale#completion#GetCompletionResult() is v:null && reltimefloat(reltime(started)) < 60
    sleep 20m
  endwhile
  let g:offers = map(copy(ale#completion#OmniFunc(0, 'Vur')), 'v:val.word')
  return ''
endfunc

func! FixAllMakesTheSafeFixes()
  exe 'edit!' fnameescape($WORK .. '/handicap.referat')
  ALELint
  call Await('the second document is checked', {-> Finding('dates/time')})
  ReferentFixAll
  call Await('fix all makes the safe fixes', {-> getline(36) =~# 'fra kl\. 15\.30 og'})
  ALELint
  call Await('and their findings go', {-> empty(Finding('dates/time'))})
endfunc

" The servers that run, by their process.
func! Servers()
  return map(filter(job_info(), 'job_status(v:val) ==# "run"'), 'job_info(v:val).process')
endfunc

func! TheServerComesBack()
  let first = Servers()
  call Check('one server runs', len(first) == 1, first)
  call job_stop(filter(job_info(), 'job_status(v:val) ==# "run"')[0], 'kill')
  call Await('a server is killed', {-> index(Servers(), first[0]) < 0})
  call setline(36, 'Arkitekten deltager i mødet fra kl 15.30.')
  call Await('it comes back and finds what is typed then', {-> LintedFinding('dates/time')})
  call Check('as another process', len(Servers()) == 1 && Servers() != first, Servers())
endfunc

" ALE starts a server that has died when it next checks.
func! LintedFinding(rule)
  ALELint
  sleep 100m
  return Finding(a:rule)
endfunc

func! ANewDocumentAndItsMinutes()
  exe 'edit' fnameescape($WORK .. '/april.dagsorden')
  ReferentNew --style odense --stage agenda --committee Kulturudvalget --date 2024-03-14
  call Check('a new document is written', getline(1) =~# '^DAGSORDEN Kulturudvalget', getline(1, '$'))
  ReferentMinutes
  call Check('its minutes lie beside it', expand('%:t') ==# 'april.referat', expand('%'))
  call Check('and begin as minutes', getline(1) =~# '^REFERAT Kulturudvalget', getline(1, '$'))
  exe 'edit!' fnameescape($WORK .. '/maj.dagsorden')
  call setline(1, "Dagsorden\n\nPunkt 1")
  doautocmd CompleteDone
  call Check('a completion of several lines is several lines', getline(1, '$') ==# ['Dagsorden', '', 'Punkt 1'], getline(1, '$'))
endfunc

try
  call FindingsStandInTheirPlace()
  call HeadingsAreColoured()
  call ASettingCountsAtOnce()
  call ARuleIsExplained()
  call AQuickFixChangesTheText()
  call RenameRenumbers()
  call CompletionOffersWhatIsMissing()
  call FixAllMakesTheSafeFixes()
  call TheServerComesBack()
  call ANewDocumentAndItsMinutes()
catch
  call Fail(v:exception, v:throwpoint)
endtry
call Say(printf('ok Vim %d: %d facts', v:versionlong, s:n_passed))
qall!
