#!/bin/sh
# Releases the current files of the ontology: fills ontology/releases/VERSION and writes into ontology/CHANGELOG.md which
# terms changed since the release before. How versions are given: ontology/README.md.
set -eu
cd "$(dirname "$0")/../.."
./mvnw -B -ntp -q -Dquick -DskipTests package
# The launcher finds the JDK and writes down which.
./quoin --version
exec "$(cat target/jdk)/bin/java" -cp "target/test-classes:target/classes:target/lib/*" org.quoin.ontology.ReleaseTool ontology
