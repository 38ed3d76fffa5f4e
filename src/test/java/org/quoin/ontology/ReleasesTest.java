// What was released stays as it was, and the changelog says what changed since.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final Releases RELEASES = new Releases(OntologyFiles.FOLDER);

    @Test
    void theCurrentFilesAreTheNewestReleaseOrNewerThanIt() throws IOException {
        Version newest = RELEASES.all().getLast();
        assertThat(RELEASES.current()).isGreaterThanOrEqualTo(newest);
        if (RELEASES.current().equals(newest)) {
            assertThat(Releases.files(OntologyFiles.FOLDER))
                    .as("run src/bench/release-ontology.sh, or give changed files a new version")
                    .isEqualTo(Releases.files(RELEASES.folder(newest)));
        }
    }

    @Test
    void everyReleaseIsWholeAndSaysWhichItIs() throws IOException {
        assertThat(RELEASES.all()).isNotEmpty();
        for (Version version : RELEASES.all()) {
            var files = Releases.files(RELEASES.folder(version));
            assertThat(OntologyFiles.under(RELEASES.folder(version), "")).hasSameSizeAs(files.keySet());
            for (var file : files.entrySet()) {
                if (file.getKey().endsWith(".ttl")) {
                    assertThat(Header.of(OntologyFiles.parse(file.getValue())).version())
                            .as("%s", file.getKey())
                            .isEqualTo(version.toString());
                }
            }
        }
    }

    @Test
    void theChangelogSaysOfEveryReleaseWhichTermsChanged() throws IOException {
        String changelog = Files.readString(OntologyFiles.FOLDER.resolve("CHANGELOG.md"));

        assertThat(RELEASES.changelog(changelog)).isEqualTo(changelog);
        for (Version version : RELEASES.all()) {
            assertThat(changelog).contains("\n## " + version + " ");
        }
    }

    // ------------------------------------------------------------ on a history made up for the test

    private static final String CHANGELOG = """
            # Changes

            ## 0.2.0 (2027-01-01)

            A second version.

            ## 0.1.0 (2026-11-22)

            First version.
            """;

    /// Releases the current ontology as 0.1.0, then changes it to 0.2.0.
    private static Releases history(Path folder) throws IOException {
        for (var file : Releases.files(OntologyFiles.FOLDER).entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue().replace(RELEASES.current().toString(), "0.1.0"));
        }
        Files.writeString(folder.resolve("CHANGELOG.md"), CHANGELOG);
        var releases = new Releases(folder);
        releases.release();
        edit(folder.resolve("quoin.ttl"), "\"0.1.0\"", "\"0.2.0\"");
        edit(folder.resolve("quoin.ttl"), "quoin:soughtIn", "quoin:readIn");
        edit(folder.resolve("quoin.ttl"), "rdfs:label \"barrier\"@en", "rdfs:label \"hindrance\"@en");
        edit(folder.resolve("quoin.ttl"), "quoin:LessonLearned quoin:ResearchSuggestion", "quoin:LessonLearned");
        edit(folder.resolve("schemes/voice.ttl"), "skos:prefLabel \"Author\"@en", "skos:prefLabel \"Writer\"@en");
        edit(folder.resolve("shapes/quoin-shapes.ttl"), "quoin:soughtIn", "quoin:readIn");
        return releases;
    }

    private static void edit(Path file, String piece, String instead) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(piece);
        Files.writeString(file, text.replace(piece, instead));
    }

    @Test
    void theChangelogNamesWhatWasAddedRemovedAndChanged(@TempDir Path folder) throws IOException {
        Releases releases = history(folder);

        releases.release();

        String changelog = Files.readString(folder.resolve("CHANGELOG.md"));
        assertThat(changelog).contains("""
                A second version.

                <!-- terms: written by src/bench/release-ontology.sh, do not edit -->
                - Added: `quoin:readIn`
                - Removed: `quoin:soughtIn`
                """);
        assertThat(changelog)
                .contains("- Changed: `quoin:AbsenceRecord` (subClassOf)\n")
                .contains("- Changed: `quoin:Barrier` (label)\n")
                .contains("- Changed: `quoin:Finding` (disjointWith)\n")
                .contains("- Changed: `quoin:ResearchSuggestion` (disjointWith)\n")
                .contains("- Changed: `scheme/voice/author` (prefLabel)\n")
                .contains("- Changed: `shapes:AbsenceShape-soughtIn` (message, path)\n")
                .contains("<!-- end of terms -->\n\n## 0.1.0 (2026-11-22)\n\nFirst version.\n")
                .doesNotContain("`quoin:Enabler`");
        assertThat(releases.changelog(changelog)).as("written once more").isEqualTo(changelog);
        assertThat(Releases.files(folder)).isEqualTo(Releases.files(folder.resolve("releases/0.2.0")));
    }

    @Test
    void aSectionThatDoesNotSayWhatChangedIsFound(@TempDir Path folder) throws IOException {
        Releases releases = history(folder);
        releases.release();
        String changelog = Files.readString(folder.resolve("CHANGELOG.md"));

        String without = changelog.replace("- Removed: `quoin:soughtIn`\n", "");

        assertThat(without).isNotEqualTo(changelog);
        assertThat(releases.changelog(without)).isEqualTo(changelog);
    }

    @Test
    void aChangeWithoutANewVersionIsFound(@TempDir Path folder) throws IOException {
        Releases releases = history(folder);
        releases.release();

        edit(folder.resolve("schemes/voice.ttl"), "\"Writer\"@en", "\"Author\"@en");

        assertThat(Releases.files(folder)).isNotEqualTo(Releases.files(folder.resolve("releases/0.2.0")));
    }

    @Test
    void anOlderVersionIsNotReleasedAfterANewerOne(@TempDir Path folder) throws IOException {
        Releases releases = history(folder);
        releases.release();
        edit(folder.resolve("quoin.ttl"), "\"0.2.0\"", "\"0.1.5\"");

        assertThatThrownBy(releases::release).hasMessageContaining("0.1.5 is older than the newest release");
    }

    @Test
    void aReleaseWithoutASectionInTheChangelogIsRefused(@TempDir Path folder) throws IOException {
        Releases releases = history(folder);
        edit(folder.resolve("CHANGELOG.md"), "## 0.2.0", "## 0.3.0");

        assertThatThrownBy(releases::release).hasMessageContaining("no section «## 0.2.0 (DATE)»");
    }

    @Test
    void whatIsNoLongerPartOfAVersionLeavesItsFolder(@TempDir Path folder) throws IOException {
        Releases releases = history(folder);
        releases.release();
        Files.delete(folder.resolve("alignments/ddi.ttl"));

        releases.release();

        assertThat(folder.resolve("releases/0.2.0/alignments/ddi.ttl")).doesNotExist();
        assertThat(folder.resolve("releases/0.1.0/alignments/ddi.ttl")).exists();
    }
}
