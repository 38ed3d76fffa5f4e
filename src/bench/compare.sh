#!/bin/sh
# Comparing and asking at scale: src/bench/compare.sh [ITEMS] [FOLDER] [model|no-model]. A folder that scale.sh made with
# the same word is used as it is; comparing takes the same time with and without the model, asking does not.
# Figures: docs/performance.md.
set -eu
cd "$(dirname "$0")/../.."
items=${1:-100000}
folder=${2:-target/scale-$items}
model=${3:-no-model}
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
exec "$(cat target/jdk)/bin/java" -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:target/lib/*" org.quoin.testing.CompareBenchmark "$items" "$folder" "$model"
