// What tests of import share: a folder for the files of a test, and a base that is empty when it begins.
package org.quoin.intake;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportTest {
    @TempDir
    Path folder;

    Quoin quoin;

    @BeforeAll
    void open(@TempDir Path home) {
        quoin = Homes.empty(home);
    }

    /// Far faster than a new home for each test.
    @AfterEach
    void emptyBase() {
        // They rest on the papers.
        quoin.syntheses().all().forEach(synthesis -> quoin.syntheses().delete(synthesis.id()));
        quoin.papers().forEach(paper -> quoin.sparql().update("DROP GRAPH <graph/paper/" + paper.id() + ">"));
    }

    @AfterAll
    void close() {
        quoin.close();
    }
}
