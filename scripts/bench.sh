#!/usr/bin/env bash
# Measures on a city's years of generated cases and writes docs/benchmarks.md.
# Usage: bench.sh [--cases N] [--data DIR] [--commands N] [--seconds S] [PART ...]
#   --cases N      how many cases are generated where the data folder holds none (1000000)
#   --data DIR     data folder, kept for the next time (artifacts/bench)
#   PART           reads search dashboard pages intake commands; without one all
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/portal.sh"

cases=1000000 data="$root/artifacts/bench" commands=20000 seconds=10 parts=()
while [ $# -gt 0 ]; do
  case $1 in
    --cases) cases=$2; shift 2 ;;
    --data) data=$2; shift 2 ;;
    --commands) commands=$2; shift 2 ;;
    --seconds) seconds=$2; shift 2 ;;
    -*) sed -n '2,7p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
    *) parts+=("$1"); shift ;;
  esac
done
[ ${#parts[@]} -gt 0 ] || parts=(reads search dashboard pages intake commands)

"$root/scripts/install-prerequisites.sh"
cd "$root"
ensure_portal
export GOVERNANCE_DATA="$data" GOVERNANCE_DEMO_PASSWORD="measuring-2026"
if [ ! -f "$data/.generated" ]; then
  mkdir -p "$data"
  dotnet "$portal/Governance.Web.dll" admin --data "$data" generate --cases "$cases"
  dotnet "$portal/Governance.Web.dll" admin --data "$data" demo
  touch "$data/.generated"
fi

process=
stop() { if [ -n "$process" ] && kill "$process" 2>/dev/null; then wait "$process" || true; fi; }
trap stop EXIT
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
dotnet "$portal/Governance.Web.dll" --urls "http://127.0.0.1:$port" --data "$data" >"$data/portal.log" 2>&1 &
process=$!
for _ in $(seq 120); do
  curl -fs -o /dev/null "http://127.0.0.1:$port/healthz" && break
  kill -0 "$process" || { cat "$data/portal.log" >&2; exit 1; }
  sleep 1
done

output="$root/docs/benchmarks.md"
[ "${parts[*]}" = "reads search dashboard pages intake commands" ] || output="$data/benchmarks.md"
# A lost race is tried again; what EF logs of it would bury the figures.
env "Serilog__MinimumLevel__Override__Microsoft.EntityFrameworkCore=Fatal" dotnet run --project tests/Governance.Benchmarks -c Release -v quiet -- \
  --data "$data" --url "http://127.0.0.1:$port" --password "$GOVERNANCE_DEMO_PASSWORD" --commit "$(git rev-parse --short HEAD)" \
  --commands "$commands" --seconds "$seconds" --output "$output" "${parts[@]}"
echo "写入 $output"
