// A matrix says of 500 studies what SPARQL says of the same base, cell by cell.
package org.quoin.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.search.SearchFilter;
import org.quoin.sparql.ResultFormat;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;
import org.quoin.testing.GeneratedStudies;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixAgainstSparqlTest {
    private static final int STUDIES = 500;
    private static final int ITEMS = 12;
    private static final long SEED = Long.getLong("quoin.seed", 20261122L);

    /// How a value of an axis is reached from an item, in SPARQL.
    private static final Map<String, String> PATTERNS = Map.of(
            "study", "?item quoin:reportedIn ?%s .",
            "kind", "?item a ?%s . ?%1$s quoin:key ?anyKey .",
            "factor", "?item quoin:factor/skos:broader* ?%s .",
            "factor:1", "?item quoin:factor/skos:broader* ?%s . FILTER NOT EXISTS { ?%1$s skos:broader ?above }",
            "level", "?item quoin:atLevel ?%s .",
            "setting",
                    "?item quoin:reportedIn/^quoin:reportedIn/quoin:facetValue/skos:broader* ?%s ."
                            + " ?%1$s skos:inScheme <https://w3id.org/quoin/scheme/setting> .",
            "country",
                    "?item quoin:reportedIn/^quoin:reportedIn/quoin:facetValue ?%s ."
                            + " ?%1$s skos:inScheme <https://w3id.org/quoin/scheme/country> .");

    @SuppressWarnings("NullAway.Init") // opened before anything runs
    private Quoin quoin;

    @BeforeAll
    void generate(@TempDir Path folder) throws IOException {
        System.out.println("seed " + SEED);
        GeneratedStudies.write(folder.resolve("studies"), STUDIES, ITEMS, SEED);
        quoin = Homes.empty(folder.resolve("home"));
        quoin.importFiles(List.of(folder.resolve("studies")), Progress.NONE);
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    private record Counts(long studies, long items) {}

    @ParameterizedTest
    @CsvSource({"study, factor", "factor, setting", "factor:1, country", "kind, level", "setting, country"})
    void everyCellHoldsWhatSparqlCounts(String rows, String columns) {
        Matrix matrix = matrix(rows, columns);
        Map<String, Counts> expected = counted(rows, columns);

        Map<String, Counts> seen = new TreeMap<>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            for (int c = 0; c < matrix.columns().size(); c++) {
                Cell cell = matrix.cells().get(r).get(c);
                if (cell.items() > 0) {
                    seen.put(
                            matrix.rows().get(r).key() + "|"
                                    + matrix.columns().get(c).key(),
                            new Counts(cell.studies(), cell.items()));
                }
            }
        }
        // A concept that nothing was coded with, but something narrower, has no heading of its own here.
        Set<String> shownRows = matrix.rows().stream().map(Matrix.Heading::key).collect(Collectors.toSet());
        Set<String> shownColumns =
                matrix.columns().stream().map(Matrix.Heading::key).collect(Collectors.toSet());
        expected.keySet()
                .removeIf(cell -> !shownRows.contains(cell.split("\\|", -1)[0])
                        || !shownColumns.contains(cell.split("\\|", -1)[1]));
        assertThat(seen).hasSizeGreaterThan(5).isEqualTo(expected);
    }

    private Map<String, Counts> counted(String rows, String columns) {
        String query = """
                SELECT ?row ?column (COUNT(DISTINCT ?study) AS ?studies) (COUNT(DISTINCT ?item) AS ?items) WHERE {
                  { SELECT DISTINCT ?item ?study ?row ?column WHERE {
                    ?item quoin:reportedIn ?study .
                    %s
                    %s } }
                } GROUP BY ?row ?column""".formatted(
                        PATTERNS.getOrDefault(rows, "").formatted("row"),
                        PATTERNS.getOrDefault(columns, "").formatted("column"));
        Map<String, Counts> counts = new TreeMap<>();
        for (List<String> row : select(query)) {
            counts.put(
                    key(rows, row.get(0)) + "|" + key(columns, row.get(1)),
                    new Counts(Long.parseLong(row.get(2)), Long.parseLong(row.get(3))));
        }
        return counts;
    }

    /// The last part of an IRI; a kind goes by its key.
    private String key(String axis, String iri) {
        return axis.equals("kind")
                ? quoin.vocabulary().kinds().stream()
                        .filter(kind -> kind.iri().equals(iri))
                        .map(kind -> kind.kind().key())
                        .findFirst()
                        .orElseThrow()
                : iri.substring(iri.lastIndexOf('/') + 1);
    }

    /// Told apart by other means: sets of studies by factor and direction, from plain rows.
    @Test
    void contradictionsAreThoseThatTheRowsShow() {
        Matrix byFactor = matrix("factor", "country");
        int contradicted = 0;
        Map<String, Map<String, Set<String>>> byCell = new HashMap<>();
        for (List<String> row : select("""
                SELECT ?factor ?country ?kind ?study WHERE {
                  ?item a ?kind ; quoin:factor ?factor ; quoin:reportedIn ?study .
                  VALUES ?kind { quoin:Enabler quoin:Barrier }
                  ?study ^quoin:reportedIn/quoin:facetValue ?country .
                  ?country skos:inScheme <https://w3id.org/quoin/scheme/country> .
                }""")) {
            byCell.computeIfAbsent(key("factor", row.get(0)) + "|" + key("country", row.get(1)), k -> new HashMap<>())
                    .computeIfAbsent(row.get(2), k -> new HashSet<>())
                    .add(row.get(3));
        }
        for (int r = 0; r < byFactor.rows().size(); r++) {
            // A broader factor takes in contradictions about its narrower ones.
            String factor = byFactor.rows().get(r).key();
            boolean leaf = Objects.requireNonNull(quoin.vocabulary().schemes().get("factor")).concepts().stream()
                    .noneMatch(concept -> concept.broader().stream()
                            .anyMatch(above -> above.key().equals(factor)));
            for (int c = 0; leaf && c < byFactor.columns().size(); c++) {
                Map<String, Set<String>> cell = byCell.getOrDefault(
                        factor + "|" + byFactor.columns().get(c).key(), Map.of());
                Set<String> helps = cell.getOrDefault("https://w3id.org/quoin/ns#Enabler", Set.of());
                Set<String> hinders = cell.getOrDefault("https://w3id.org/quoin/ns#Barrier", Set.of());
                boolean within = helps.stream().anyMatch(hinders::contains);
                boolean between = helps.stream().anyMatch(a -> hinders.stream().anyMatch(b -> !b.equals(a)));
                CellState expected = within
                        ? between ? CellState.CONTRADICTED_WITHIN_AND_BETWEEN : CellState.CONTRADICTED_WITHIN
                        : between
                                ? CellState.CONTRADICTED_BETWEEN
                                : helps.isEmpty() && hinders.isEmpty() ? CellState.NOT_CODED : CellState.FOUND;
                assertThat(byFactor.cells().get(r).get(c).state())
                        .as("%s in %s", factor, byFactor.columns().get(c).key())
                        .isEqualTo(expected);
                contradicted += expected.isContradicted() ? 1 : 0;
            }
        }
        assertThat(contradicted).isGreaterThan(5);
    }

    private Matrix matrix(String rows, String columns) {
        return quoin.comparison().matrix(new MatrixRequest(side(rows, 600), side(columns, 60), SearchFilter.NONE));
    }

    private Side side(String axis, int limit) {
        return new Side(Axis.parse(axis, quoin.vocabulary()), Order.TOTAL, List.of(), limit);
    }

    private List<List<String>> select(String query) {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare("""
                        PREFIX quoin: <https://w3id.org/quoin/ns#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        """ + query).write(ResultFormat.CSV, out);
        var rows = new ArrayList<List<String>>();
        out.toString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> rows.add(List.of(line.split(",", -1))));
        return rows;
    }
}
