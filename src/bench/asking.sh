#!/bin/sh
# How often the base is wrongly said to have, or to lack, evidence on a question: src/bench/asking.sh COLLECTIONS
# COLLECTIONS holds evinf-quotes, evinf-quotes-ctx, scifact and nfcorpus in BEIR form. The first run embeds for ten
# minutes, later ones take one. Figures: docs/asking.md.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
exec "$(cat target/jdk)/bin/java" -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:target/lib/*" org.quoin.testing.AskingBenchmark \
  src/bench/asking target/asking "$1"
