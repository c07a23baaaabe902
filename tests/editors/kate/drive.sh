# Drives Kate inside a screen and a bus of its own; see run.sh.
set -u
n_passed=0
ok() { n_passed=$((n_passed + 1)); echo "  ok: $1"; }

# await FACT COMMAND…: until it is so, at most 60 s.
await() {
  local fact=$1 end=$((SECONDS + ${PATIENCE:-60}))
  shift
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS > end)); then
      echo "FAIL Kate: $fact"
      import -window root "${SHOT:-$HOME/fail}.png"
      kill "$kate"
      exit 1
    fi
    sleep 0.05
  done
  ok "$fact"
}

sent() { grep -aq "$1" "$WORK/sent"; }
received() { grep -aq "$1" "$WORK/received"; }
line() { sed -n "$1p" "$WORK/referat-social.txt"; }
window() { gdbus call --session --dest "$bus" --object-path /kate/MainWindow_1 --method "org.kde.KMainWindow.$1" "${@:2}"; }
on_bus() { bus=$(gdbus call --session --dest org.freedesktop.DBus --object-path / --method org.freedesktop.DBus.ListNames | grep -o 'org.kde.kate-[0-9]*' | head -1) && [ -n "$bus" ] && window winId; }

kate --startanon -b -l 5 -c 1 "$WORK/referat-social.txt" >"$WORK/kate.log" 2>&1 &
kate=$!
await "Kate has a window" on_bus
await "a wrong weekday is found" received '"code":"dates/weekday".*"line":4'
await "Kate asks for the outline" sent documentSymbol
await "and gets the items" received '86\. Status på værestedet Havnelyset'

id=$(window winId | grep -oE '[0-9]+' | tail -1)
xdotool windowmove "$id" 0 0 windowsize "$id" 1270 790 windowfocus "$id" mousemove 300 300
press() { xdotool windowfocus "$id" key "$@"; }
go() { gdbus call --session --dest "$bus" --object-path /MainApplication --method org.kde.Kate.Application.setCursor $(($1 - 1)) $(($2 - 1)); }
saved() { window activateAction file_save_all && "$@"; }
is() { line "$1" | grep -q "^$2$"; }
# Menus, dialogs and lists of completion are windows of their own.
windows() { xdotool search --onlyvisible --pid "$kate" 2>/dev/null | wc -l; }
alone=$(windows)
shows_more() { (($(windows) > alone)); }
is_alone() { (($(windows) <= alone)); }
changes_only() { diff "$here/../../minutes/fredericia-social-faults.txt" "$WORK/referat-social.txt" | grep -c '^>' | grep -qx 1 && line "$1" | grep -q .; }
is_fixed() { ! grep -q Omsogsudvalget "$WORK/referat-social.txt"; }

# Pressed again only after a while: a second fix would be taken where the first was.
edited() {
  local end=$((SECONDS + 5))
  press ctrl+period
  until sent didChange; do ((SECONDS < end)) || return 1; done
}
await "the quick fix is chosen" edited
[ -z "${SHOT:-}" ] || import -window root "$SHOT.png"
await "the quick fix changes the text" saved is 5 'Tirsdag, 12 oktober, 2021 - 16:30'

await "and nothing else" changes_only 5
go 48 3 >/dev/null
press F2
await "a new name is asked for" shows_more
xdotool key ctrl+a type 9
xdotool key Return
await "a point gets another number" saved is 48 '  9\. at udvalget drøfter svarene.*'
await "and the decision follows" saved is 55 'Ad 9\. Drøftet\.'

await "the question is gone" is_alone
go 72 1 >/dev/null
# Right under a sentence goes its next line: a heading is offered below a blank one.
press Return
xdotool windowfocus "$id" type Vur
await "completion offers the missing section" received '"label":"Vurdering"'
await "in a list" shows_more
press Return
await "and writes it" saved is 73 'Vurdering'

await "the list is gone" is_alone
go 12 1 >/dev/null
press alt+Return
await "what can be done is listed" shows_more
[ -z "${SHOT:-}" ] || import -window root "$SHOT-actions.png"
# A list that has just opened may not listen yet: then it is asked for and answered again.
last_taken() {
  local end=$((SECONDS + 5))
  shows_more || press alt+Return
  until shows_more; do ((SECONDS < end)) || return 1; done
  xdotool key Up
  xdotool key Return
  until saved is_fixed; do ((SECONDS < end)) || return 1; done
}
await "the last of it fixes everything that is safe" last_taken

printf '[lint.severity]\n"privacy/cpr-number" = "hint"\n' >"$WORK/referent.toml"
typed() {
  press space
  saved received '"severity":4,"code":"privacy/cpr-number"'
}
await "a setting in referent.toml counts when the document is saved next" typed

answers() { grep -ac publishDiagnostics "$WORK/received"; }
before=$(answers)
pkill -KILL -P "$kate" -x referent
again() { (($(grep -ac '"initialize"' "$WORK/sent") == 2)); }
more() { (($(answers) > before)); }
await "a server that is killed comes back" again
await "and finds what is there" more
kill "$kate"
wait "$kate" 2>/dev/null
echo "ok Kate: $n_passed facts"
