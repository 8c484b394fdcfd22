#!/usr/bin/env bash
# The way in for operators, beside a running portal or without one.
# Usage: admin.sh [--data DIR] [--connection STRING] VERB ARGS      (admin.sh help lists the verbs)
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/portal.sh"

ensure_portal
exec dotnet "$portal/Governance.Web.dll" admin "$@"
