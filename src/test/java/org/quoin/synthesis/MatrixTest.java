// What a matrix makes of agreement, contradiction, absence, retraction and studies of several papers.
package org.quoin.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;

/// Over the shipped studies, in a base of their own that each test may change.
class MatrixTest {
    private static final PaperId SWEDEN = new PaperId("care-home-diaries-sweden");
    private static final PaperId AUSTRALIA = new PaperId("shared-record-remote-australia");
    private static final String PREFIXES = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Quoin quoin;

    @BeforeEach
    void open() throws IOException {
        quoin = Homes.filled(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        quoin.close();
    }

    @Test
    void aStudyThatNamesAFactorBothWaysContradictsItself() {
        Cell cell = cell(matrix("study", "factor"), AUSTRALIA.value(), "trust");

        assertThat(cell.state()).isEqualTo(CellState.CONTRADICTED_WITHIN);
        assertThat(cell.studies()).isEqualTo(1);
        assertThat(cell.direction()).isEqualTo(Cell.Direction.MIXED);
    }

    @Test
    void helpsHereAndHindersThereIsAContradictionBetweenStudies() {
        Matrix matrix = matrix("factor", "setting");
        Cell rural = cell(matrix, "leadership-stability", "rural");

        assertThat(rural.state()).isEqualTo(CellState.CONTRADICTED_BETWEEN);
        assertThat(rural.helping()).isPositive();
        assertThat(rural.hindering()).isPositive();
        Matrix byStudy = matrix("study", "factor");
        assertThat(cell(byStudy, "shared-record-remote-australia", "leadership-stability")
                        .state())
                .as("one study alone says one thing")
                .isEqualTo(CellState.FOUND);
        assertThat(cell(byStudy, SWEDEN.value(), "leadership-stability").state())
                .as("the shipped synthesis records that another study contradicts it")
                .isEqualTo(CellState.CONTRADICTED_BETWEEN);
    }

    @Test
    void aTotalCountsAStudyOnceWhateverItHas() {
        Matrix matrix = matrix("kind", "setting");

        assertThat(matrix.total().studies())
                .isEqualTo(quoin.comparison().studies().size());
        for (int r = 0; r < matrix.rows().size(); r++) {
            int most =
                    matrix.cells().get(r).stream().mapToInt(Cell::studies).max().orElse(0);
            assertThat(matrix.rowTotals().get(r).studies())
                    .isBetween(most, matrix.total().studies());
        }
    }

    @Test
    void absencesAreToldFromWhatNobodyLookedFor() {
        Matrix before = matrix("study", "factor");
        assertThat(cell(before, SWEDEN.value(), "funding").state()).isEqualTo(CellState.NOT_CODED);

        absence(SWEDEN, "factor/funding", "looked-for-and-absent");
        absence(SWEDEN, "factor/distance", "not-reported");

        Matrix matrix = matrix("study", "factor");
        assertThat(matrix.sequence()).isGreaterThan(before.sequence());
        assertThat(cell(matrix, SWEDEN.value(), "funding").state()).isEqualTo(CellState.ABSENT);
        assertThat(cell(matrix, SWEDEN.value(), "distance").state()).isEqualTo(CellState.NOT_REPORTED);
        assertThat(cell(matrix, SWEDEN.value(), "transport").state()).isEqualTo(CellState.NOT_CODED);
        assertThat(cell(matrix("factor", "setting"), "funding", "care-home").absent())
                .isEqualTo(1);
        assertThat(quoin.comparison()
                        .open(matrix.request(), SWEDEN.value(), "funding")
                        .absences())
                .singleElement()
                .satisfies(absence -> assertThat(absence.record().by()).isEqualTo("Ann Example"));
        Matrix elsewhere = matrix("study", "setting");
        assertThat(elsewhere.total().absent())
                .as("that a factor is absent says nothing of settings")
                .isZero();
    }

    @Test
    void anAbsenceFromAnEarlierTextSaysNothingOfThePresentOne() {
        absence(SWEDEN, "factor/funding", "not-reported");
        quoin.sparql().update(PREFIXES + """
                DELETE { GRAPH ?g { ?a quoin:soughtIn ?old } } INSERT { GRAPH ?g { ?a quoin:soughtIn ?other } }
                WHERE { GRAPH ?g { ?a quoin:soughtIn ?old }
                        GRAPH <graph/paper/%1$s> { ?other a quoin:TextVersion } }
                """.formatted(AUSTRALIA));

        assertThat(cell(matrix("study", "factor"), SWEDEN.value(), "funding").state())
                .isEqualTo(CellState.NOT_CODED);
        assertThat(cell(matrix("study", "factor"), AUSTRALIA.value(), "funding").notReported())
                .isEqualTo(1);
    }

    @Test
    void aRecordedContradictionMarksBothOfItsCells() {
        contradiction("communication");

        Matrix matrix = matrix("study", "factor");
        assertThat(cell(matrix, SWEDEN.value(), "communication").state()).isEqualTo(CellState.CONTRADICTED_BETWEEN);
        assertThat(cell(matrix, AUSTRALIA.value(), "communication").state()).isEqualTo(CellState.CONTRADICTED_BETWEEN);
        assertThat(quoin.comparison()
                        .open(matrix.request(), SWEDEN.value(), "communication")
                        .contradictions())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.record().rationale()).isEqualTo("One praises what the other regrets."));

        quoin.retract(AUSTRALIA, "made up");

        assertThat(cell(matrix("study", "factor"), SWEDEN.value(), "communication")
                        .state())
                .as("a retracted paper contradicts nobody")
                .isEqualTo(CellState.FOUND);
    }

    @Test
    void whatIsRetractedIsLeftOutAndCountedAsSuch() {
        int studies = matrix("study", "kind").total().studies();
        int items = quoin.paper(SWEDEN).items().size();

        quoin.retract(SWEDEN, "the diaries were made up");

        Matrix matrix = matrix("study", "kind");
        assertThat(matrix.total().studies()).isEqualTo(studies - 1);
        assertThat(matrix.rows()).extracting(Matrix.Heading::key).doesNotContain(SWEDEN.value());
        assertThat(matrix.leftOut().retractedPapers()).isEqualTo(1);
        assertThat(matrix.leftOut().retractedItems()).isEqualTo(items);
        assertThat(matrix.leftOutInWords()).contains("retracted and not counted: 1 paper with " + items + " items");

        quoin.restore(SWEDEN);

        assertThat(matrix("study", "kind").total().studies()).isEqualTo(studies);
    }

    @Test
    void twoPapersOfAStudyAreOneStudyWithTheContextOfBoth() {
        int studies = matrix("study", "kind").total().studies();

        quoin.assignStudy(AUSTRALIA, new StudyId(SWEDEN.value()));

        Matrix matrix = matrix("study", "setting");
        assertThat(matrix.total().studies()).isEqualTo(studies - 1);
        assertThat(cell(matrix, SWEDEN.value(), "care-home").items())
                .as("what one paper says of the study holds for the other")
                .isEqualTo(cell(matrix, SWEDEN.value(), "remote").items());
        assertThat(cell(matrix, SWEDEN.value(), "remote").studies()).isEqualTo(1);
    }

    @Test
    void aFilterNarrowsAsASearchDoes() {
        var filter = new SearchFilter(
                Set.of(new Kind("barrier")),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new ConceptRef("setting", "rural"), new ConceptRef("factor", "resources")),
                null);
        Matrix matrix = quoin.comparison().matrix(new MatrixRequest(side("study", 50), side("factor", 50), filter));
        long found = quoin.search(new SearchRequest("", filter, SearchRequest.Mode.BM25, 0, 10))
                .total();

        assertThat(matrix.total().items()).isPositive().isEqualTo((int) found);
        assertThat(matrix.total().helping()).isZero();
    }

    @Test
    void whatDoesNotFitIsSaidAndStaysInTheTotals() {
        Matrix whole = matrix("factor", "setting");
        Matrix part =
                quoin.comparison().matrix(new MatrixRequest(side("factor", 3), side("setting", 2), SearchFilter.NONE));

        assertThat(part.rows()).hasSize(3).isEqualTo(whole.rows().subList(0, 3));
        assertThat(part.total()).isEqualTo(whole.total());
        assertThat(part.rowTotals()).isEqualTo(whole.rowTotals().subList(0, 3));
        assertThat(part.leftOutInWords())
                .anyMatch(note -> note.startsWith((whole.allRows() - 3) + " of " + whole.allRows() + " rows"))
                .anyMatch(note -> note.contains(" columns are not shown (setting)"));
    }

    @Test
    void aPinnedRowStandsFirstEvenWhereNothingIsFound() {
        var rows = new Side(
                Axis.parse("factor", quoin.vocabulary()), Order.NAME, List.of("transport", "stigma-unknown"), 5);
        assertThatThrownBy(
                        () -> quoin.comparison().matrix(new MatrixRequest(rows, side("setting", 9), SearchFilter.NONE)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stigma-unknown");
        var filter =
                new SearchFilter(Set.of(), Set.of(new StudyId(SWEDEN.value())), Set.of(), Set.of(), Set.of(), null);
        Matrix matrix = quoin.comparison()
                .matrix(new MatrixRequest(
                        new Side(Axis.parse("factor", quoin.vocabulary()), Order.NAME, List.of("transport"), 5),
                        side("setting", 9),
                        filter));

        assertThat(matrix.rows().getFirst().key()).isEqualTo("transport");
        assertThat(matrix.rows().getFirst().pinned()).isTrue();
        assertThat(matrix.cells().getFirst()).allMatch(cell -> cell.state() == CellState.NOT_CODED);
        assertThat(matrix.rows().subList(1, 5))
                .extracting(Matrix.Heading::label)
                .isSorted();
    }

    @Test
    void categoriesTakeInWhatIsNarrower() {
        Matrix matrix = matrix("category", "study");

        assertThat(matrix.rows()).allMatch(row -> row.above().isEmpty());
        assertThat(cell(matrix, "relationships", AUSTRALIA.value()).items())
                .isGreaterThanOrEqualTo(cell(matrix("factor", "study"), "trust", AUSTRALIA.value())
                        .items());
    }

    @Test
    void aCellHoldsTheQuotesThatItCounts() {
        Matrix matrix = matrix("factor", "voice");
        for (int r = 0; r < matrix.rows().size(); r++) {
            for (int c = 0; c < matrix.columns().size(); c++) {
                Cell cell = matrix.cells().get(r).get(c);
                String voice = matrix.columns().get(c).key();
                CellContent content = quoin.comparison()
                        .open(matrix.request(), matrix.rows().get(r).key(), voice);
                assertThat(content.items()).isEqualTo(cell.items());
                assertThat(content.studies()).hasSize(cell.studies());
                assertThat(content.studies().stream()
                                .flatMap(its -> its.claims().stream())
                                .flatMap(claim -> claim.quotes().stream())
                                .filter(quote -> quote.voice().equals(voice)))
                        .hasSize(cell.quotes());
            }
        }
    }

    @Test
    void anUnknownAxisIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Axis.parse("colour", quoin.vocabulary()))
                .hasMessageContaining("«colour»")
                .hasMessageContaining("setting");
        assertThatThrownBy(() -> Axis.parse("factor:0", quoin.vocabulary())).hasMessageContaining("depth");
    }

    private void absence(PaperId paper, String concept, String sense) {
        quoin.sparql()
                .update(PREFIXES + """
                INSERT { GRAPH <graph/paper/%1$s> {
                    <absence/%1$s/%4$s> a quoin:AbsenceRecord ; quoin:soughtIn ?text ;
                        quoin:soughtConcept <https://w3id.org/quoin/scheme/%2$s> ;
                        quoin:absence <https://w3id.org/quoin/scheme/absence/%3$s> ;
                        prov:wasAttributedTo <agent/ann> .
                    <agent/ann> a prov:Person ; rdfs:label "Ann Example" } }
                WHERE { GRAPH <graph/paper/%1$s> { ?text a quoin:TextVersion } }
                """.formatted(paper, concept, sense, concept.substring(concept.indexOf('/') + 1)));
    }

    private void contradiction(String factor) {
        quoin.sparql().update(PREFIXES + """
                INSERT { GRAPH <graph/paper/%1$s> {
                    <comparison/1> a quoin:FindingComparison ; quoin:from ?a ; quoin:to ?b ;
                        quoin:relation <https://w3id.org/quoin/scheme/relation/contradicts> ;
                        quoin:basedOn ?words ; quoin:rationale "One praises what the other regrets."@en ;
                        prov:wasAttributedTo <agent/ann> .
                    <agent/ann> a prov:Person ; rdfs:label "Ann Example" } }
                WHERE {
                  SELECT ?a ?b ?words WHERE {
                    GRAPH <graph/paper/%1$s> { ?a quoin:factor <https://w3id.org/quoin/scheme/factor/%3$s> ;
                                                  quoin:evidencedBy ?words }
                    GRAPH <graph/paper/%2$s> { ?b quoin:factor <https://w3id.org/quoin/scheme/factor/%3$s> }
                  } ORDER BY ?a ?b ?words LIMIT 1 }
                """.formatted(SWEDEN, AUSTRALIA, factor));
    }

    private Matrix matrix(String rows, String columns) {
        return quoin.comparison().matrix(new MatrixRequest(side(rows, 100), side(columns, 100), SearchFilter.NONE));
    }

    private Side side(String axis, int limit) {
        return new Side(Axis.parse(axis, quoin.vocabulary()), Order.TOTAL, List.of(), limit);
    }

    private static Cell cell(Matrix matrix, String row, String column) {
        return matrix.cells().get(at(matrix.rows(), row)).get(at(matrix.columns(), column));
    }

    private static int at(List<Matrix.Heading> headings, String key) {
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new AssertionError("there is no " + key + " among " + headings);
    }
}
