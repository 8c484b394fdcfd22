# Shared by the scripts beside this folder: where the project is, and a published portal that is up to date.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
portal="$root/artifacts/portal"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Operators' choices that the program would otherwise look for beside itself or in the current folder.
export GOVERNANCE_DATA="${GOVERNANCE_DATA:-$root/data}" GOVERNANCE_CITIES="${GOVERNANCE_CITIES:-$root/cities}"

# Publishes the portal unless nothing has changed since the last time.
ensure_portal() {
  local stamp="$portal/.published"
  if [ -f "$stamp" ] && [ -z "$(find "$root/src" "$root/docs/user-guide" "$root"/Directory.* "$root/global.json" "$root/package-lock.json" \
      \( -name bin -o -name obj -o -path '*/wwwroot/lib' -o -path '*/wwwroot/_framework' \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    return
  fi
  echo "正在编译平台……" >&2
  mkdir -p "$portal"
  touch "$stamp.new"
  dotnet publish "$root/src/Governance.Web" -c Release -o "$portal" -v quiet --nologo --disable-build-servers >&2
  mv "$stamp.new" "$stamp"
}
