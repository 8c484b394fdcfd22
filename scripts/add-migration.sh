#!/usr/bin/env bash
# Writes the migration from the last schema to the model as it is now.
# Usage: add-migration.sh NAME
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/portal.sh"

name=${1:?用法：add-migration.sh 名称}
cd "$root"
dotnet tool restore >/dev/null
dotnet ef migrations add "$name" --project src/Governance.Infrastructure --startup-project src/Governance.Migrations \
  --output-dir Persistence/Migrations
