#!/bin/sh
# How long each sort of page takes on the server: src/bench/pages.sh HOME [TIMES]. HOME is what scale.sh made (its folder `home`).
# Prints median and 95th percentile in milliseconds, slowest first. Figures: docs/performance.md.
set -eu
cd "$(dirname "$0")/../.."
home=$1
times=${2:-30}
port=${PORT:-8499}
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT

./quoin serve --no-model --home "$home" --port "$port" >"$folder/log" 2>&1 &
server=$!
until curl -sf "http://localhost:$port/api/health" >"$folder/health"; do
  kill -0 "$server" || { cat "$folder/log"; exit 1; }
  sleep 1
done
sed -n 's/^ *"\(papers\|items\)" : \([0-9]*\).*/\1 \2/p' "$folder/health"

get() { curl -s -o "$1" -w '%{time_starttransfer} %{time_total} %{http_code}\n' -H 'Accept: text/html' "http://localhost:$port$2"; }
api() { curl -s "http://localhost:$port$1"; }

item=$(api '/api/search?kind=barrier&limit=1' | sed -n 's/^ *"id" : "\([^"]*\)".*/\1/p' | head -n 1)
paper=${item%%/*}
synthesis=$(api /api/syntheses | sed -n 's/^ *"id" : "\([^"]*\)".*/\1/p' | head -n 1)

{
  printf '%s\n' / '/search?q=what+hinders+shared+records' '/search?kind=barrier&setting=rural' '/search?in=passages&q=trust' \
    /papers "/papers/$paper" "/evidence/$item" /compare '/compare?view=framework' /map /syntheses \
    ${synthesis:+"/syntheses/$synthesis"} /imports /sparql /api /api/openapi.json /api/health /api/papers /api/compare \
    /ns /shapes /scheme/factor "/resource/study/$paper"
} >"$folder/pages"

while read -r page; do
  for _ in 1 2 3 4 5; do get "$folder/answer" "$page" >/dev/null; done
  for _ in $(seq "$times"); do get "$folder/answer" "$page"; done >"$folder/times"
  sort -n -k2 "$folder/times" | awk -v page="$page" -v kb="$(($(wc -c <"$folder/answer") / 1024))" '
    { t[NR] = $2 * 1000; code = $3 }
    END { printf "%8.1f %8.1f %6d KB  %s  %s\n", t[int((NR + 1) / 2)], t[int(NR * 0.95 + 0.5)], kb, code, page }'
done <"$folder/pages" | sort -rn
