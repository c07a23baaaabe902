" What can be told from a line alone, for the time before the language server answers and for editors without it.
if exists('b:current_syntax') | finish | endif

syntax case match
syntax sync fromstart

" A finding needs the tree; here only the shapes: titles of items, headings, at-points, dates, votes.
syntax match referatTitle /^#\{1,6}\s\+\S.*$/ contains=referatNumber,referatDate,referatClosed
syntax match referatTitle /^\s*\%(Lukket punkt\|Punkt\|Pkt\.\|Sag nr\.\?\)\s*\d\+.*$/ contains=referatNumber,referatDate,referatClosed
syntax match referatTitle /^\d\{1,3}\.\s\+\u[^.:]*$/ contains=referatNumber,referatDate,referatClosed
syntax match referatNumber /\%(^\|\s\)\@<=\d\+\>/ contained

syntax match referatSection /^\s*#*\s*\%(Sagsresum[eé]\|Resum[eé]\|Sagsbeskrivelse\|Sagsfremstilling\|Indstilling\%(er\)\?\|Problemstilling\|Løsning\|Baggrund\|Vurdering\|Effekt\|Høring\|Lovgrundlag\|Beslutningstema\|Videre proces\|Kompetence\|Kommunikation\|Bilag\|Relaterede bilag\|Afstemning\|Økonomi\|Økonomiske konsekvenser\|Økonomiske og erhvervsmæssige konsekvenser\|CO2-Konsekvensvurdering\|Sagen afgøres i\):\?\s*$/
syntax match referatSection /^\s*#*\s*Beslutning\%(er\)\?\%( \%(i\|for\|fra\)\s.\{-}\)\?:\?\s*$/ contains=referatDate

syntax match referatPoint /^\s*\%([-•*–]\|\d\{1,2}[.)]\|\l[.)]\)\s\+\zeat\>/
syntax match referatPoint /^\s*\%([-•*–]\|\d\{1,2}[.)]\|\l[.)]\)\s\+at\>/
syntax match referatAnswer /\<Ad\s\+\d\+\%(\s*\%([-,]\|og\)\s*\d\+\)*[.:]\?/

syntax match referatDate /\<\%(\%([Mm]an\|[Tt]irs\|[Oo]ns\|[Tt]ors\|[Ff]re\|[Ll]ør\|[Ss]øn\)dag\%(en\)\?,\?\s\+\)\?\%(den\s\+\)\?\d\{1,2}\.\?\s\+\%(januar\|februar\|marts\|april\|maj\|juni\|juli\|august\|september\|oktober\|november\|december\)\>\%(,\?\s\+\d\{4}\)\?/
syntax match referatDate /\<\d\{1,2}[-.\/]\d\{1,2}[-.\/]\d\{4}\>/
syntax match referatDate /\<kl\.\s\+\d\{1,2}\%([.:]\d\{2}\)\?\>/

syntax match referatVote /^\s*\%(For\|Imod\|Hverken for eller imod\|Undlod at stemme\)\s*\%(stemte\)\?\s*:/
syntax match referatVote /\<\%(stemte \%(for\|imod\)\|undlod at stemme\)\>/
syntax match referatClosed /(\?\<Lukket\%( \%(punkt\|sag\)\)\?\>)\?/ contained
syntax match referatPlaceholder /\[\%(indsæt\|udfyld\|dato\|navn\|xx\)[^]]*\]/
syntax region referatComment start=/<!--/ end=/-->/ keepend

highlight default link referatTitle Title
highlight default link referatNumber Number
highlight default link referatSection Statement
highlight default link referatPoint Special
highlight default link referatAnswer Identifier
highlight default link referatDate Number
highlight default link referatVote Type
highlight default link referatClosed WarningMsg
highlight default link referatPlaceholder Todo
highlight default link referatComment Comment

let b:current_syntax = 'referat'
