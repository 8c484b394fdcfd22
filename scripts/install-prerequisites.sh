#!/usr/bin/env bash
# Installs what the portal needs on Debian and is not there yet; run again it does nothing.
# Usage: install-prerequisites.sh [--without-server] [--with-tests]
#   --without-server   a PostgreSQL server elsewhere is used: only the client programs
#   --with-tests       also what the tests need: Chromium and Chinese fonts
set -euo pipefail

server=yes tests=no
for argument in "$@"; do
  case $argument in
    --without-server) server=no ;;
    --with-tests) tests=yes ;;
    *) echo "不认识“$argument”。用法：install-prerequisites.sh [--without-server] [--with-tests]" >&2; exit 2 ;;
  esac
done

problems=()
dotnet --list-sdks 2>/dev/null | grep -q '^10\.' \
  || problems+=("缺少 .NET 10 SDK：见 https://learn.microsoft.com/dotnet/core/install/linux-debian")
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  problems+=("缺少 Node.js（18 或更新）和 npm：apt-get install nodejs npm，或见 https://nodejs.org")
elif [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 18 ]; then
  problems+=("Node.js 版本过旧：需要 18 或更新，现为 $(node --version)")
fi
if [ ${#problems[@]} -gt 0 ]; then printf '%s\n' "${problems[@]}" >&2; exit 1; fi

has_program() { # NAME: in the folder the operator named, in Debian's folders or on the PATH
  [ -x "${GOVERNANCE_PG_BIN:-/nowhere}/$1" ] || compgen -G "/usr/lib/postgresql/*/bin/$1" >/dev/null || command -v "$1" >/dev/null
}

missing=()
if [ $server = yes ]; then has_program initdb || missing+=(postgresql); fi
has_program psql || missing+=(postgresql-client)
if [ $tests = yes ]; then
  command -v chromium >/dev/null || missing+=(chromium)
  { command -v fc-list >/dev/null && fc-list :lang=zh-cn | grep -q .; } || missing+=(fonts-noto-cjk)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "缺少：${missing[*]}。本机没有 apt-get，请用系统自己的方法安装。" >&2; exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "缺少：${missing[*]}。请用 root 执行：apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi

echo "正在安装：${missing[*]}" >&2
if [ $server = yes ] && [[ " ${missing[*]} " == *" postgresql "* ]]; then
  # Debian would make and start a cluster of its own, which nobody asked for.
  "${as_root[@]}" mkdir -p /etc/postgresql-common/createcluster.d
  echo "create_main_cluster = false" | "${as_root[@]}" tee /etc/postgresql-common/createcluster.d/governance-portal.conf >/dev/null
fi
log=$(mktemp); trap 'rm -f "$log"' EXIT
apt() { # its many lines are of interest only when it fails
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1 && return
  cat "$log" >&2
  echo "安装失败：apt-get $*" >&2
  return 1
}
apt update
apt install --no-install-recommends "${missing[@]}"
