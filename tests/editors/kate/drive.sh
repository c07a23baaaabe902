# Drives Kate inside a screen and a bus of its own; see run.sh.
set -u
n_passed=0
ok() { n_passed=$((n_passed + 1)); echo "  ok: $1"; }

# await FACT COMMAND…: until it is so, at most 60 s.
await() {
  local fact=$1 end=$((SECONDS + 60))
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
# Pressed again only after a while: a second fix would be taken where the first was.
edited() {
  local end=$((SECONDS + 5))
  xdotool windowfocus "$id" key ctrl+period
  until sent didChange; do ((SECONDS < end)) || return 1; done
}
await "the quick fix is chosen" edited
[ -z "${SHOT:-}" ] || import -window root "$SHOT.png"
saved() { window activateAction file_save_all; line 5 | grep -q '^Tirsdag, 12 oktober, 2021 - 16:30$'; }
await "the quick fix changes the text" saved
kill "$kate"
wait "$kate" 2>/dev/null
echo "ok Kate: $n_passed facts"
