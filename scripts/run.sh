#!/usr/bin/env bash
# Installs what is missing, builds and starts the portal; Ctrl-C or SIGTERM stops it together with its database.
# Usage: run.sh [--city hohhot|anyang] [--urls URL] [--data DIR] [--connection STRING] [--no-demo]      (--help explains)
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/portal.sh"

prerequisites=()
case " $* " in *" --connection"*) prerequisites=(--without-server) ;; esac
[ -z "${GOVERNANCE_CONNECTION:-}" ] || prerequisites=(--without-server)
"$root/scripts/install-prerequisites.sh" "${prerequisites[@]}"
ensure_portal
exec dotnet "$portal/Governance.Web.dll" "$@"
