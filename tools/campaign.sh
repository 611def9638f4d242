# Sourced by test and prove: a scratch folder, a PostgreSQL cluster in it, test programs run and counted; all gone at the end.
exec < /dev/null
scratch=$(mktemp -d "${TMPDIR:-/tmp}/lianmeng-XXXXXX") || exit 1
chmod 711 "$scratch"
export TMPDIR="$scratch/tmp"
mkdir "$TMPDIR" && chmod 1777 "$TMPDIR"
child=
postgres=
passed=0 failed=0 skipped=0 broken=0
# seconds that one test program may take before it is ended as hung
limit=2100

clean_up() {
  trap - EXIT INT TERM HUP
  if [ -n "$child" ]; then
    kill -TERM "$child" 2> /dev/null && wait "$child" 2> /dev/null
  fi
  if [ -n "$postgres" ]; then as_database_user "$postgres/pg_ctl" -D "$scratch/pg" -m immediate -s stop > /dev/null 2>&1; fi
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# watched SECONDS COMMAND…: in the background and awaited, so that a signal to this script ends it at once with all it started.
watched() {
  timeout -k 15 "$@" &
  child=$!
  wait "$child"
  local code=$?
  child=
  return "$code"
}

step() { printf '\n== %s (%d min %02d s)\n' "$1" $((SECONDS / 60)) $((SECONDS % 60)); }

# PostgreSQL refuses to run as root.
as_database_user() {
  if [ "$(id -u)" != 0 ]; then "$@"
  elif have runuser; then (cd / && runuser -u "$database_user" -- "$@")
  else (cd / && su -s /bin/sh "$database_user" -c '"$0" "$@"' -- "$@")
  fi
}

postgres_programs() {
  local initdb
  initdb=$(ls -d /usr/lib/postgresql/*/bin/initdb /opt/homebrew/opt/postgresql*/bin/initdb 2> /dev/null | sort -V | tail -n 1)
  initdb=${initdb:-$(command -v initdb)}
  [ -n "$initdb" ] && dirname "$initdb"
}

# An own cluster for this run, on loopback, without fsync: its data lives as long as the run.
start_postgres() {
  local programs port attempt
  programs=$(postgres_programs) || { need_packages "PostgreSQL" postgresql; programs=$(postgres_programs); } || die "initdb is missing."
  database_user=$(id -un postgres 2> /dev/null || echo nobody)
  mkdir "$scratch/pg"
  [ "$(id -u)" != 0 ] || chown "$database_user" "$scratch/pg"
  as_database_user "$programs/initdb" -D "$scratch/pg" -U postgres -A trust -E UTF8 --locale=C --no-sync > "$scratch/initdb.log" 2>&1 \
    || { cat "$scratch/initdb.log" >&2; die "initdb failed."; }
  for attempt in 1 2 3; do
    port=$(free_port)
    if as_database_user "$programs/pg_ctl" -D "$scratch/pg" -l "$scratch/pg/log.txt" -w -s start -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c max_connections=300" > /dev/null 2>&1; then
      postgres=$programs
      export LIANMENG_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  cat "$scratch/pg/log.txt" >&2
  die "PostgreSQL did not start."
}

need_browser() {
  { [ -x "${LIANMENG_CHROMIUM:-/usr/bin/chromium}" ] && ls /usr/share/fonts/opentype/noto/*CJK* > /dev/null 2>&1; } \
    || need_packages "browser tests" chromium fonts-noto-cjk
}

# Exports are opened by a spreadsheet program other than the one that they are written for.
need_office() { [ -x /usr/bin/soffice ] || need_packages "tests of exports" libreoffice-calc-nogui; }

# For the rolling restart: two nodes behind the shipped configuration.
need_nginx() { { have nginx || [ -x /usr/sbin/nginx ]; } || need_packages "rolling restart" nginx; }

# run_tests NAME PROJECT [OPTION…]: runs a test program, shows failed and skipped tests, adds to the sums.
# "ran" is how many tests this run had. Most of a run is code that runs for the first time, in the tests and in the programs that
# they start: measuring it for the compiler would cost a fifth of the processor.
run_tests() {
  local name=$1 results="$scratch/$1.xml" code line
  DOTNET_TieredPGO=0 watched "$limit" dotnet "artifacts/bin/$2/release/$2.dll" -noLogo -noColor -xml "$results" "${@:3}"
  code=$?
  ran=0
  line=$(grep -o '<assembly [^>]*>' "$results" 2> /dev/null)
  if [ -z "$line" ]; then
    echo "BROKEN $name: ended with $code before it wrote its results."
    broken=$((broken + 1))
    return
  fi
  local p f s e
  p=$(figure passed) f=$(figure failed) s=$(figure skipped) e=$(figure errors)
  ran=$((p + f + s))
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s)) broken=$((broken + e))
  if [ "$code" != 0 ] && [ $((f + e)) = 0 ]; then
    echo "BROKEN $name: ended with $code although no test failed."
    broken=$((broken + 1))
  fi
  echo "-- $name: $p passed, $f failed, $s skipped"
  list_results "$name" "$results"
}

figure() { sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<< "$line"; }

# The failed and the skipped tests by name, with the first line of the message or the reason.
list_results() {
  awk -v run="$1" -v RS='<test ' '
    function text(from,   t) {
      t = $0
      if (!sub(".*<" from "[^>]*>(<!\\[CDATA\\[)?[ \r\n]*", "", t)) return ""
      sub("(\\]\\]>)?</" from ">.*", "", t)
      sub("[\r\n].*", "", t)
      gsub(/&lt;/, "<", t); gsub(/&gt;/, ">", t); gsub(/&quot;/, "\"", t); gsub(/&amp;/, "\\&", t)
      return t
    }
    NR > 1 && match($0, /name="[^"]*"/) {
      name = substr($0, RSTART + 6, RLENGTH - 7)
      gsub(/&lt;/, "<", name); gsub(/&gt;/, ">", name); gsub(/&quot;/, "\"", name); gsub(/&amp;/, "\\&", name)
      if ($0 ~ /result="Fail"/) print "FAILED  [" run "] " name ": " text("message")
      if ($0 ~ /result="Skip"/) print "SKIPPED [" run "] " name ": " text("reason")
    }' "$2"
}

# The last line of every run, and the exit code: failures, broken runs and "nothing ran" are all no success.
finish() {
  [ "$broken" = 0 ] || echo "$broken test program(s) or fixture(s) broke, see above."
  [ $((passed + failed)) != 0 ] || echo "Nothing ran."
  local code=0
  [ $((failed + broken)) = 0 ] && [ "$passed" != 0 ] || code=1
  clean_up
  # A broken run is a failure that no test of its own stands for.
  echo "$passed passed, $((failed + broken)) failed, $skipped skipped"
  exit "$code"
}
