#!/usr/bin/env bash
# Makes available what the tests need, builds once, runs every test, and ends with one line: N passed, N failed, N skipped.
# With SYSTEMLOG_REQUIRE_ALL=1 a skipped test is a failure.
set -euo pipefail
unset CDPATH
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

results=$(mktemp -d)
trap 'rm -rf -- "$results"' EXIT

has_icu() { compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null; }
has_fonts() { [ -n "$(find /usr/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ]; }
has_postgres() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_postfix() { [ -x /usr/sbin/postfix ]; }
has_sasl() { compgen -G '/usr/lib/*/sasl2/libsql.so' >/dev/null; }
has_browser() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

icu_package() { apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | awk '{ print $1 }' | sort -V | tail -n 1; }

missing_packages() {
  has_icu || icu_package
  has_postgres || echo postgresql
  has_postfix || echo postfix
  has_sasl || echo libsasl2-modules-sql
  has_browser || echo chromium
  has_fonts || echo fonts-liberation
}

apt_quietly() {
  DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@" </dev/null >>"$results/apt.log" 2>&1
}

# The server's package starts a cluster of its own unless told otherwise; the tests start private ones. The setting is put back afterwards.
install_postgres() {
  local settings=/etc/postgresql-common/createcluster.conf
  apt_quietly install --no-install-recommends postgresql-common || return 1
  cp -p -- "$settings" "$results/createcluster.conf"
  echo 'create_main_cluster = false' >>"$settings"
  local outcome=0
  apt_quietly install --no-install-recommends postgresql || outcome=1
  cp -p -- "$results/createcluster.conf" "$settings"
  return "$outcome"
}

# Without a configuration the server's own service does not start; the tests bring theirs.
POSTFIX_SETTING='postfix postfix/main_mailer_type select No configuration'

install_postfix() {
  debconf-set-selections <<<"$POSTFIX_SETTING" && apt_quietly install --no-install-recommends postfix
}

install_missing() {
  echo "Installing what is missing ..."
  apt_quietly update || echo "The package lists could not be updated."
  local package
  while read -r package; do
    echo "  $package"
    if [ "$package" = postgresql ]; then
      install_postgres
    elif [ "$package" = postfix ]; then
      install_postfix
    else
      apt_quietly install --no-install-recommends "$package"
    fi || { echo "  $package could not be installed:"; tail -n 5 "$results/apt.log"; }
  done < <(missing_packages)
}

# The same for a person to run: servers without a cluster or a configuration of their own, then the rest.
line_to_install() {
  local packages
  has_postfix || printf '%s' "echo '$POSTFIX_SETTING' | sudo debconf-set-selections && "
  packages=$(missing_packages | paste -sd " ")
  if has_postgres; then
    echo "sudo apt-get install --no-install-recommends $packages"
  else
    echo "sudo apt-get install postgresql-common && echo create_main_cluster = false | sudo tee -a /etc/postgresql-common/createcluster.conf &&" \
      "sudo apt-get install --no-install-recommends $packages"
  fi
}

make_available() {
  if has_icu && has_postgres && has_postfix && has_sasl && has_browser && has_fonts; then
    return
  fi

  if ! command -v apt-get >/dev/null; then
    echo "Some tests will be skipped: they need a PostgreSQL server (initdb), Postfix with Cyrus SASL, Chromium, a font and ICU."
  elif [ "$(id -u)" -eq 0 ]; then
    install_missing
  else
    echo "Some tests will be skipped. This line installs what they need:"
    echo "  $(line_to_install)"
  fi
}

finish() {
  echo "$1 passed, $2 failed, $3 skipped"
  exit "$4"
}

# One line per skipped test, from the result files: its name and its reason.
print_skipped() {
  awk -v RS='<UnitTestResult ' '
    / outcome="NotExecuted"/ {
      name = $0; sub(/.*testName="/, "", name); sub(/".*/, "", name)
      reason = "no reason given"
      if ($0 ~ /<Message>/) { reason = $0; sub(/.*<Message>/, "", reason); sub(/<\/Message>.*/, "", reason) }
      else if ($0 ~ /<StdOut>/) { reason = $0; sub(/.*<StdOut>/, "", reason); sub(/<\/StdOut>.*/, "", reason) }
      gsub(/[\r\n]+/, " ", reason)
      print "Skipped: " name ": " reason
    }' "$@" | sed -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#xD;//g; s/&#xA;/ /g; s/&amp;/\&/g'
}

# Sums one attribute of the <Counters> of every result file.
sum_of() {
  local attribute=$1
  shift
  grep -ho '<Counters [^>]*>' "$@" | grep -o " $attribute=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

make_available
if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is missing: there is no dotnet on the PATH."
  finish 0 1 0 1
fi

echo "Building ..."
if ! dotnet build SystemLog.sln --nologo -v q </dev/null; then
  echo "The build failed, which counts as one failure."
  finish 0 1 0 1
fi

echo "Testing ..."
# One assembly at a time: browsers and databases share two cores, and each assembly runs its own classes in parallel.
outcome=0
dotnet test SystemLog.sln --no-build --nologo -v q -m:1 --logger trx --logger "console;verbosity=minimal" \
  --results-directory "$results/trx" </dev/null || outcome=$?

shopt -s nullglob
files=("$results"/trx/*.trx)
if [ "${#files[@]}" -eq 0 ]; then
  echo "No test ran."
  finish 0 1 0 1
fi

total=$(sum_of total "${files[@]}")
passed=$(sum_of passed "${files[@]}")
executed=$(sum_of executed "${files[@]}")
failed=$((executed - passed))
skipped=$((total - executed))
print_skipped "${files[@]}"

if [ "$outcome" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "A test assembly ended before its tests did, which counts as one failure."
  failed=1
fi

if [ "$skipped" -gt 0 ] && [ "${SYSTEMLOG_REQUIRE_ALL:-}" = 1 ]; then
  echo "SYSTEMLOG_REQUIRE_ALL=1: skipped tests are failures here."
  outcome=1
fi

if [ "$failed" -gt 0 ] || [ "$total" -eq 0 ]; then
  outcome=1
fi

finish "$passed" "$failed" "$skipped" "$outcome"
