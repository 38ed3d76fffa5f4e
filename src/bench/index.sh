#!/bin/sh
# The search index alone with very many items: src/bench/index.sh ITEMS FOLDER CORPUS... where each CORPUS is a folder
# of JATS articles whose sentences are mixed. Figures: docs/performance.md.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
exec "$(cat target/jdk)/bin/java" -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:target/lib/*" org.quoin.testing.IndexBenchmark "$@"
