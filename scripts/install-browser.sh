#!/usr/bin/env bash
# What the browser tests need: Debian's chromium and axe-core. Neither is needed to use asreported.
# Without root, without apt or without a network this says so and fails; the tests then skip.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
cache=$here/build/browser
axe_version=4.14.1

if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    else
        echo "no chromium: install Debian's package chromium to run the browser tests" >&2
        exit 1
    fi
fi
if [ ! -s "$cache/axe.min.js" ]; then
    command -v npm >/dev/null || { echo "no npm: axe-core is missing, its tests will skip" >&2; exit 1; }
    mkdir -p "$cache"
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    (cd "$folder" && npm pack --silent "axe-core@$axe_version" >/dev/null && tar xzf axe-core-*.tgz)
    cp "$folder/package/axe.min.js" "$cache/axe.min.js"
fi
echo "browser tests: $(command -v chromium || command -v google-chrome), $cache/axe.min.js"
