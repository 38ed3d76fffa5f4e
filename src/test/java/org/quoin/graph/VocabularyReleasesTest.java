// Earlier versions of the ontology are packed with the program and change nothing of what the base knows.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class VocabularyReleasesTest {
    @Test
    void ofEveryReleaseTheOntologyIsPackedAndNothingElse() {
        assertThat(Vocabulary.files().keySet())
                .filteredOn(name -> name.startsWith("releases/"))
                .contains("releases/0.1.0/quoin.ttl")
                .allMatch(name -> name.endsWith("/quoin.ttl"));
    }

    @Test
    void theBaseKnowsTheCurrentFilesAlone() {
        SortedMap<String, String> current = Vocabulary.files();
        current.keySet().removeIf(name -> name.startsWith("releases/"));
        Vocabulary vocabulary = Vocabulary.load();

        assertThat(vocabulary.digest()).isEqualTo(Vocabulary.of(current).digest());
        assertThat(vocabulary.graphs()).hasSize(1 + vocabulary.schemes().size());
        assertThat(vocabulary.queries()).hasSize(25);
    }
}
