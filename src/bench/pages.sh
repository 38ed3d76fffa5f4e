#!/bin/sh
# How long each sort of page takes on the server, for one client, warm: src/bench/pages.sh [HOME] [TIMES] [model|no-model]
# A HOME that is not there is made, of 10,000 generated items; one that scale.sh made (its folder `home`) will do. Where it
# has no synthesis, one of ten findings is added. Prints a table for docs/performance.md, slowest first.
set -eu
cd "$(dirname "$0")/../.."
home=${1:-target/pages-10000/home}
times=${2:-30}
model=${3:-no-model}
port=${PORT:-8499}
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT

# The cache for starting is made in the background, which would be measured with the pages.
export QUOIN_NO_AOT=1
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
"$(cat target/jdk)/bin/java" -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:target/lib/*" org.quoin.testing.PagesBase "$home" "$model"

no_model=--no-model
[ "$model" = no-model ] || no_model=
./quoin serve $no_model --home "$home" --port "$port" >"$folder/log" 2>&1 &
server=$!
until curl -sf "http://localhost:$port/api/health" >"$folder/health"; do
  kill -0 "$server" || { cat "$folder/log"; exit 1; }
  sleep 1
done
# What gets its vectors in the background would be measured with the pages.
while [ -z "$no_model" ] && ! curl -s "http://localhost:$port/api/health" | grep -q '"withoutVectors" : 0'; do
  sleep 5
done
sed -n 's/^ *"\(papers\|items\)" : \([0-9]*\).*/\1 \2/p' "$folder/health"

# As browsers ask: for a page, and packed.
get() { curl -s -o "$1" -w '%{time_total} %{http_code}\n' -H 'Accept: text/html' -H 'Accept-Encoding: gzip' "http://localhost:$port$2"; }
api() { curl -s "http://localhost:$port$1"; }

item=$(api '/api/search?kind=barrier&limit=1' | sed -n 's/^ *"id" : "\([^"]*\)".*/\1/p' | head -n 1)
paper=${item%%/*}
synthesis=$(api /api/syntheses | sed -n 's/^ *"id" : "\([^"]*\)".*/\1/p' | head -n 1)
finding=$(api "/api/syntheses/$synthesis" | sed -n '/"findings" : /,$ s/^ *"id" : "\([^"]*\)".*/\1/p' | head -n 1)

cat >"$folder/pages" <<END
/
/search
/search?q=what+hinders+shared+records
/search?q=what+hinders+shared+records&group=study
/search?kind=barrier&setting=rural
/search?offset=200
/search?in=passages&q=trust
/ask
/ask?q=what+hinders+sharing+records
/papers
/papers/$paper
/evidence/$item
/compare
/compare?maxRows=500
/compare?rows=factor&columns=setting
/compare?rows=factor&columns=setting&cell=*%7C*
/compare?view=framework
/map
/syntheses
/syntheses/$synthesis
/syntheses/$synthesis/findings/$finding/dissent
/syntheses/$synthesis/suggestions?of=factor/trust
/imports
/sparql
/ns
/shapes
/scheme/factor
/resource/study/$paper
/api
END

echo '| Page | p50, ms | p95, ms | HTML |'
echo '| --- | --- | --- | --- |'
while read -r page; do
  for _ in 1 2 3 4 5 6 7 8 9 10; do get "$folder/answer" "$page" >"$folder/warm"; done
  for _ in $(seq "$times"); do get "$folder/answer" "$page"; done >"$folder/times"
  bytes=$(curl -s -H 'Accept: text/html' "http://localhost:$port$page" | wc -c)
  sort -n "$folder/times" | awk -v page="$page" -v kb="$((bytes / 1024))" '
    { t[NR] = $1 * 1000; if ($2 != 200) bad = " (" $2 "!)" }
    END { printf "| `%s`%s | %.0f | %.0f | %d KB |\n", page, bad, t[int((NR + 1) / 2)], t[int(NR * 0.95 + 0.5)], kb }'
done <"$folder/pages" | sort -t'|' -k3,3 -rn
