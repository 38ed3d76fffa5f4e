#!/bin/sh
# The same questions on Quoin and on Jena Fuseki with jena-text, side by side over HTTP on this machine:
# src/bench/fuseki.sh ITEMS FOLDER [model|no-model]. Fuseki is fetched into target/ and is no part of Quoin.
# Figures: docs/performance.md.
set -eu
cd "$(dirname "$0")/../.."
items=$1
folder=$2
model=${3:-no-model}
fuseki=6.2.0
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
java=$(cat target/jdk)/bin/java
jar=target/fuseki/jena-fuseki-server-$fuseki.jar
mkdir -p "$folder" target/fuseki
# This old version of the plugin fetches a jar without the parents of its pom, which are not needed to run it.
[ -f "$jar" ] || ./mvnw -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:2.10:get \
  -Dartifact=org.apache.jena:jena-fuseki-server:$fuseki -Dtransitive=false -Ddest="$jar"
exec "$java" -Xmx4g --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Dquoin.root="$PWD" \
  -cp "target/test-classes:target/classes:target/lib/*" org.quoin.testing.FusekiBenchmark "$items" "$folder" \
  "$jar" "$java" "$model"
