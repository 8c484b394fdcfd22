#!/usr/bin/env bash
# Runs every test: unit, integration on a real PostgreSQL, end to end in Chromium. The last line is "N passed, N failed".
# Usage: test.sh [ARGUMENTS OF dotnet test]      e.g. --filter FullyQualifiedName~Cases
# GOVERNANCE_TEST_PG names a PostgreSQL server to use instead of a private one.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/portal.sh"

# What a developer set for a portal must not reach the tests.
unset GOVERNANCE_DATA GOVERNANCE_CITIES
prerequisites=(--with-tests)
[ -z "${GOVERNANCE_TEST_PG:-}" ] || prerequisites+=(--without-server)
"$root/scripts/install-prerequisites.sh" "${prerequisites[@]}"

cd "$root"
results="$root/artifacts/test-results"
rm -rf "$results"
passed=0 failed=0 skipped=0

count() { # FILE ATTRIBUTE: a number of the <Counters> line
  sed -n "s/.*<Counters .*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}

if dotnet build Governance.sln -v quiet --nologo --disable-build-servers; then
  for project in $(printf '%s\n' tests/*Tests/*.csproj | sort -r); do # unit tests first: they fail fastest
    name=$(basename "$project" .csproj) ended=0
    echo "== $name"
    dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$results/$name.trx" "$@" || ended=$?
    before=$failed
    if [ -s "$results/$name.trx" ]; then
      passed=$((passed + $(count "$results/$name.trx" passed)))
      failed=$((failed + $(count "$results/$name.trx" failed)))
      skipped=$((skipped + $(count "$results/$name.trx" total) - $(count "$results/$name.trx" executed)))
    fi
    if [ $ended -ne 0 ] && [ $failed -eq $before ]; then
      echo "$name ended with $ended and no failed test."
      failed=$((failed + 1))
    fi
  done
else
  failed=1
fi

[ $skipped -eq 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
