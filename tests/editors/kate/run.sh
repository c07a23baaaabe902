#!/usr/bin/env bash
# Kate under Xvfb with the real server: run.sh, with SERVER; SHOT names a picture to keep.
#
# Kate tells nothing of what it shows, so the proof is what goes over the wire (a log), what it saves, and the picture.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../samples.sh"
export XDG_RUNTIME_DIR="$WORK/run" here
mkdir -p "$WORK/config/kate/lspclient" "$WORK/data/org.kde.syntax-highlighting/syntax" "$WORK/run" "$WORK/bin"
chmod 700 "$WORK/run"
cp "$root/editors/kate/referat.xml" "$WORK/data/org.kde.syntax-highlighting/syntax/"

# The settings are those that are shipped; "referent" is found on the PATH, and is the server with a log at both ends.
cp "$root/editors/kate/settings.json" "$WORK/config/kate/lspclient/settings.json"
# It is the server itself that Kate starts, so that it notices its death.
printf '#!/usr/bin/env bash\nexport LANG=da_DK.UTF-8\nunset LC_ALL\nexec %q "$@" < <(tee -a %q) > >(tee -a %q)\n' \
  "$SERVER" "$WORK/sent" "$WORK/received" >"$WORK/bin/referent"
chmod +x "$WORK/bin/referent"
export PATH="$WORK/bin:$PATH"
# Without this Kate asks whether the server may be started.
printf '[General]\nShow welcome view for new window=false\n[Kate Plugins]\nlspclientplugin=true\n[lspclient]\nAllowedServerCommandLines=%s\n' \
  "$WORK/bin/referent lsp" >"$WORK/config/katerc"

passed=0
timeout 300 xvfb-run -a -s '-screen 0 1280x800x24' dbus-run-session -- bash "$here/drive.sh" 2>"$WORK/messages" || passed=$?
((passed == 0)) || tail -5 "$WORK/messages"
exit $passed
