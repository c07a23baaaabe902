# Read by each test: SERVER must be there; WORK is a folder with samples and a private home, gone in the end.
: "${SERVER:?the program to test}"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK" || true' EXIT
cp "$root/tests/minutes/fredericia-social-faults.txt" "$WORK/referat-social.txt"
cp "$root/tests/minutes/pkt-handicap-faults.referat" "$WORK/handicap.referat"
export WORK SERVER LC_ALL=C.UTF-8 HOME=$WORK
export XDG_CONFIG_HOME=$WORK/config XDG_STATE_HOME=$WORK/state XDG_DATA_HOME=$WORK/data XDG_CACHE_HOME=$WORK/cache
