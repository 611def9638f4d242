# Sourced by run, test and prove: what they share. Bash 4+, Linux or macOS.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# A container or a CI may give no home, or one that cannot be written; dotnet, npm and Chromium all want one.
if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
  export HOME="$root/artifacts/home"
  mkdir -p "$HOME"
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# No build server stays behind when a script ends.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

configuration=Release
server="$root/artifacts/bin/LianMeng/release/lianmeng.dll"

have() { command -v "$1" > /dev/null 2>&1; }

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# need_packages WHY PACKAGE…: by apt when this is root on Debian or Ubuntu, otherwise says what to install and stops.
need_packages() {
  local why=$1
  shift
  if [ "$(id -u)" = 0 ] && have apt-get; then
    echo "正在安装 Installing $* ($why) …" >&2
    # RUNLEVEL=1: a database server that is installed for its tools shall not start as a service.
    if { apt-get update -qq && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=120 "$@"; } < /dev/null > "${TMPDIR:-/tmp}/lianmeng-apt.$$" 2>&1; then
      rm -f "${TMPDIR:-/tmp}/lianmeng-apt.$$"
      return
    fi
    tail -n 20 "${TMPDIR:-/tmp}/lianmeng-apt.$$" >&2
    rm -f "${TMPDIR:-/tmp}/lianmeng-apt.$$"
    die "安装失败 Could not install: $*"
  fi
  die "缺少软件（$why），请先安装：$*" \
      "Missing ($why). Install first: $*   (Debian/Ubuntu: sudo apt-get install $*)"
}

need_dotnet() {
  have dotnet && dotnet --version > /dev/null 2>&1 && return
  die "需要 .NET SDK 10.0.4xx：https://dotnet.microsoft.com/download/dotnet/10.0" \
      "The .NET SDK 10.0.4xx (see global.json) is needed: https://dotnet.microsoft.com/download/dotnet/10.0"
}

need_node() { { have node && have npm; } || need_packages "构建前端 front end" nodejs npm; }

# build PROJECT [OPTION…]: what the compiler says is shown only when it fails.
build() {
  local said
  said=$(dotnet build "$1" -c "$configuration" -v q --nologo -p:UseSharedCompilation=false "${@:2}" 2>&1 < /dev/null) && return
  printf '%s\n' "$said" >&2
  return 1
}

# answers PORT PATH: whether a server on this machine answers that path with 200.
answers() {
  local line=
  { exec 3<> "/dev/tcp/localhost/$1"; } 2> /dev/null || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
  IFS= read -r -t 5 line <&3
  exec 3>&-
  [[ $line == *" 200 "* ]]
}

# taken PORT: whether something listens there on this machine.
taken() { (exec 3<> "/dev/tcp/localhost/$1") 2> /dev/null || (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); do
    taken "$port" || break
  done
  echo "$port"
}
