#!/bin/sh
# Import of many papers in 4 GB of heap, a second run, and one that is killed and goes on:
# src/bench/papers.sh PAPERS FOLDER CORPUS... where each CORPUS is a folder of JATS articles to vary.
# Figures: docs/performance.md.
set -eu
cd "$(dirname "$0")/../.."
papers=$1
folder=$2
shift 2
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
java=$(cat target/jdk)/bin/java
mkdir -p "$folder"
"$java" -cp "target/test-classes:target/classes:target/lib/*" org.quoin.testing.GeneratedPapers \
  "$folder/papers" "$papers" 20261122 "$@"

# Takes the place of the shell it is called in, so that its process is the one to measure and to kill.
quoin() {
  exec "$java" -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Dquoin.root="$PWD" \
    -cp "target/classes:target/lib/*" org.quoin.Main "$@"
}

# Seconds, peak memory of the process, and how many files came in.
measured() {
  name=$1
  home=$2
  start=$(date +%s.%N)
  quoin import "$folder/papers" --home "$home" --no-model --report "$folder/$name.csv" >"$folder/$name.log" 2>&1 &
  pid=$!
  peak=0
  while kill -0 "$pid" 2>/dev/null; do
    now=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0)
    [ "${now:-0}" -gt "$peak" ] && peak=$now
    sleep 0.5
  done
  wait "$pid" || true
  end=$(date +%s.%N)
  echo "$name: $(echo "$end $start" | awk '{ printf "%.1f", $1 - $2 }') s, peak $((peak / 1024)) MiB, $(tail -n 1 "$folder/$name.log")"
}

rm -rf "$folder/clean" "$folder/killed"
measured first "$folder/clean"
measured second "$folder/clean"
echo "store: $(du -sm "$folder/clean/tdb2" | cut -f 1) MiB"

quoin import "$folder/papers" --home "$folder/killed" --no-model >"$folder/cut.log" 2>&1 &
pid=$!
until [ "$(grep -c '^imported' "$folder/cut.log" || true)" -ge $((papers / 2)) ]; do sleep 0.2; done
kill -9 "$pid"
wait "$pid" 2>/dev/null || true
echo "killed after $(grep -c '^imported' "$folder/cut.log") papers"
measured resumed "$folder/killed"
for home in clean killed; do
  (quoin export --format trig --home "$folder/$home" --no-model) | LC_ALL=C sort | sha256sum | cut -c 1-16 >"$folder/$home.sum"
done
if cmp -s "$folder/clean.sum" "$folder/killed.sum"; then
  echo "the base of the killed and resumed import is the same as that of the clean one: $(cat "$folder/clean.sum")"
else
  echo "the two bases differ" >&2
  exit 1
fi
