# Read by install.sh and run.sh: EDITORS is where the programs are kept, $root the checkout. A home that is missing or
# cannot be written, as on some machines that build, is replaced by a folder under target/.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
EDITORS=${EDITORS:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/referent-editors}
if ! { mkdir -p "$EDITORS" && [ -w "$EDITORS" ]; } 2>/dev/null; then
  EDITORS=$root/target/editors/programs
  HOME=$EDITORS/home
  mkdir -p "$HOME"
  unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
fi
export EDITORS HOME LC_ALL=C.UTF-8
# Node 20 of our own, when install.sh had to fetch it.
[ ! -x "$EDITORS/node/bin/node" ] || PATH=$EDITORS/node/bin:$PATH
# Editors are told what they need; nothing of the session that runs this may reach them.
unset DISPLAY WAYLAND_DISPLAY XAUTHORITY QT_QPA_PLATFORM DBUS_SESSION_BUS_ADDRESS LANGUAGE NODE_OPTIONS
