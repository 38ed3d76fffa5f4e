// Measures comparing many generated studies, and asking what they say; `src/bench/compare.sh` runs it,
// docs/performance.md keeps its figures.
package org.quoin.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.app.export.ComparisonExport;
import org.quoin.app.export.ComparisonExport.Table;
import org.quoin.app.json.AskView;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.search.SearchFilter;
import org.quoin.sparql.ResultFormat;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.BriefRequest;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;

public final class CompareBenchmark {
    private static final int WARM_UP = 20;
    private static final int MEASURED = 50;
    private static final SearchFilter RURAL_BARRIERS = new SearchFilter(
            Set.of(new Kind("barrier")),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(new ConceptRef("setting", "rural")),
            null);
    private static final List<String> ANSWERED = List.of(
            "what helps services work together",
            "what helps rural areas join up health and social care?",
            "what hinders sharing records",
            "what lessons were learned about trust between teams",
            "which research gaps are there in leadership");
    /// Nothing is written where nothing answers: what these take is embedding the question and fitting every item to
    /// it.
    private static final List<String> UNANSWERED =
            List.of("what is the best recipe for sourdough bread", "why do volcanoes erupt");
    private static final String KIND_BY_SETTING = """
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?kind ?setting (COUNT(DISTINCT ?study) AS ?studies) (COUNT(DISTINCT ?item) AS ?items) {
              ?item a ?kind ; quoin:reportedIn ?study . ?kind quoin:key ?key .
              ?context quoin:reportedIn ?study ; quoin:facetValue ?setting .
              ?setting skos:inScheme <https://w3id.org/quoin/scheme/setting>
            } GROUP BY ?kind ?setting
            """;

    private CompareBenchmark() {}

    /// @param args number of items; folder for studies and home (made, and kept); `model` or `no-model`
    public static void main(String[] args) throws IOException {
        int studies = Integer.parseInt(args[0]) / ScaleBenchmark.ITEMS_PER_STUDY;
        Path folder = Path.of(args[1]);
        boolean model = args[2].equals("model");
        Path home = folder.resolve("home");
        if (!Files.exists(home)) {
            GeneratedStudies.write(
                    folder.resolve("studies"), studies, ScaleBenchmark.ITEMS_PER_STUDY, ScaleBenchmark.SEED);
            ScaleBenchmark.load(folder, home, model, studies);
        }
        try (Quoin quoin = Quoin.open(Settings.in(home, folder).withModel(model))) {
            long begin = System.nanoTime();
            ComparisonBase base = quoin.comparison();
            ScaleBenchmark.print(
                    "items %d, studies %d; read in %.0f ms",
                    base.items(), base.studies().size(), (System.nanoTime() - begin) / 1e6);
            measure(quoin, "study", "factor", SearchFilter.NONE);
            measure(quoin, "factor", "setting", SearchFilter.NONE);
            measure(quoin, "factor", "country", SearchFilter.NONE);
            measure(quoin, "kind", "setting", SearchFilter.NONE);
            measure(quoin, "factor", "country", RURAL_BARRIERS);
            ANSWERED.forEach(question -> measureAsking(quoin, question, true));
            UNANSWERED.forEach(question -> measureAsking(quoin, question, false));
            measureChange(quoin, folder.resolve("changed"));
            measureExports(quoin);
            measureSparql(quoin);
        }
    }

    private static MatrixRequest request(Quoin quoin, String rows, String columns, SearchFilter filter) {
        return new MatrixRequest(
                new Side(Axis.parse(rows, quoin.vocabulary()), Order.TOTAL, List.of(), 500),
                new Side(Axis.parse(columns, quoin.vocabulary()), Order.TOTAL, List.of(), 60),
                filter);
    }

    private static void measure(Quoin quoin, String rows, String columns, SearchFilter filter) {
        MatrixRequest request = request(quoin, rows, columns, filter);
        var millis = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begin = System.nanoTime();
            quoin.comparison().matrix(request);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        ScaleBenchmark.report(
                "%s x %s%s".formatted(rows, columns, filter.equals(SearchFilter.NONE) ? "" : ", rural barriers"),
                millis);
    }

    /// A brief as the page shows it first: made, and turned into what the page is written from.
    private static void measureAsking(Quoin quoin, String question, boolean answered) {
        var request = new BriefRequest(question, SearchFilter.NONE, null, BriefRequest.PAGE_LINES);
        var making = new double[MEASURED];
        var showing = new double[MEASURED];
        boolean said = false;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begin = System.nanoTime();
            Brief brief = quoin.ask(request);
            long made = System.nanoTime();
            said = AskView.of(brief, quoin).answered();
            if (i >= 0) {
                making[i] = (made - begin) / 1e6;
                showing[i] = (System.nanoTime() - made) / 1e6;
            }
        }
        String name = "“%s”%s".formatted(question, said == answered ? "" : said ? " (answered!)" : " (not answered!)");
        ScaleBenchmark.report((answered ? "ask " : "embed and fit alone, ") + name, making);
        if (said) {
            ScaleBenchmark.report("  turned into what the page shows", showing);
        }
    }

    /// The first comparison after one paper was replaced.
    private static void measureChange(Quoin quoin, Path folder) throws IOException {
        var millis = new double[MEASURED / 5];
        for (int i = 0; i < millis.length; i++) {
            GeneratedStudies.write(folder, 1, ScaleBenchmark.ITEMS_PER_STUDY, System.nanoTime());
            quoin.importFiles(List.of(folder), Progress.NONE);
            long begin = System.nanoTime();
            quoin.comparison();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        ScaleBenchmark.report("level again after a change", millis);
    }

    private static void measureExports(Quoin quoin) {
        ComparisonBase base = quoin.comparison();
        var export = new ComparisonExport(base, base.matrix(request(quoin, "study", "factor", SearchFilter.NONE)));
        var bytes = new ByteArrayOutputStream();
        long begin = System.nanoTime();
        export.csv(Table.QUOTES, bytes);
        ScaleBenchmark.print("quotes as CSV: %.0f ms, %d bytes", (System.nanoTime() - begin) / 1e6, bytes.size());
        bytes.reset();
        begin = System.nanoTime();
        export.xlsx(false, bytes);
        ScaleBenchmark.print("workbook: %.0f ms, %d bytes", (System.nanoTime() - begin) / 1e6, bytes.size());
    }

    private static void measureSparql(Quoin quoin) {
        long begin = System.nanoTime();
        quoin.sparql().prepare(KIND_BY_SETTING).write(ResultFormat.CSV, new ByteArrayOutputStream());
        ScaleBenchmark.print("kind x setting in SPARQL: %.0f ms", (System.nanoTime() - begin) / 1e6);
    }
}
