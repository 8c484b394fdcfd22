#!/usr/bin/env bash
# Takes the pictures in docs/screenshots on a portal of its own with demo data, and stops it again.
# Usage: screenshots.sh [FOLDER]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/portal.sh"

"$root/scripts/install-prerequisites.sh" --with-tests
cd "$root"
[ -d node_modules/playwright-core ] || npm ci --no-audit --no-fund >/dev/null
ensure_portal
folder=${1:-$root/docs/screenshots}
mkdir -p "$folder"

data=$(mktemp -d) process=
stop() {
  if [ -n "$process" ] && kill "$process" 2>/dev/null; then wait "$process" || true; fi
  [ ! -f "$data/postgres.location" ] || rm -rf "$(cat "$data/postgres.location")"
  rm -rf "$data"
}
trap stop EXIT

port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
export GOVERNANCE_DATA="$data" GOVERNANCE_DEMO_PASSWORD="pictures-2026"
dotnet "$portal/Governance.Web.dll" --urls "http://127.0.0.1:$port" --data "$data" >"$data/portal.log" 2>&1 &
process=$!
for _ in $(seq 120); do
  curl -fs -o /dev/null "http://127.0.0.1:$port/healthz" && break
  kill -0 "$process" || { cat "$data/portal.log" >&2; exit 1; }
  sleep 1
done
node "$root/scripts/screenshots.mjs" "http://127.0.0.1:$port" "$GOVERNANCE_DEMO_PASSWORD" "$folder"
