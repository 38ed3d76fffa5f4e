// A comparison as a document: the matrix as seen, the quotes beneath it, the papers they are from.
package org.quoin.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.app.export.MatrixText;
import org.quoin.app.export.References;
import org.quoin.app.export.References.Cited;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Block.Column;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.Run;
import org.quoin.graph.Iris;
import org.quoin.graph.Vocabulary;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.CellState;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparedPaper;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

public final class ComparisonReport {
    private static final String ALL = "All studies";

    /// Widths are in millimetres on paper.
    private static final int HEADING = 38;

    private static final int COUNT = 27;
    private static final int QUOTES = 58;

    private final Vocabulary vocabulary;
    private final Iris iris;
    private final ComparisonBase base;
    private final Matrix matrix;
    private final List<List<List<Claim>>> claims;
    private final References references;

    private ComparisonReport(Quoin quoin, ComparisonBase base, Matrix matrix) {
        this.vocabulary = quoin.vocabulary();
        this.iris = quoin.iris();
        this.base = base;
        this.matrix = matrix;
        this.claims = base.claims(matrix);
        this.references = References.of(
                papers().map(paper -> new Cited(paper.paper(), paper.label())).toList());
    }

    /// All of it is of the state of the base that the matrix was made from.
    ///
    /// @param framework whether to give the quotes beneath the cells too
    public static Report of(Quoin quoin, ComparisonBase base, Matrix matrix, boolean framework) {
        return new ComparisonReport(quoin, base, matrix).report(Instant.now(), framework);
    }

    private Report report(Instant at, boolean framework) {
        Axis rows = matrix.request().rows().axis();
        Axis columns = matrix.request().columns().axis();
        String title = "Comparison of studies: " + name(rows) + " by " + name(columns);
        var blocks = new ArrayList<Block>();
        blocks.add(ReportParts.origin(at, matrix.sequence()));
        blocks.addAll(compared());
        if (matrix.isEmpty()) {
            blocks.add(Block.Paragraph.of("There is nothing to compare: no evidence in the base answers to this."));
        } else {
            blocks.add(new Block.Heading(2, "Number of studies"));
            blocks.add(numbers(rows, columns));
            blocks.addAll(meanings());
            if (framework) {
                blocks.add(new Block.Heading(2, "Framework matrix"));
                blocks.add(
                        Block.Paragraph.of("The quotes beneath the numbers, in the same order. A claim that stands in"
                                + " several rows or columns is given in each."));
                blocks.add(quotes(rows, columns));
            }
        }
        blocks.addAll(ReportParts.leftOut(matrix.leftOutInWords()));
        blocks.addAll(ReportParts.references(references));
        return new Report(title, at, blocks);
    }

    private List<Block> compared() {
        List<String> narrowed = FilterWords.of(matrix.request().filter(), vocabulary);
        String size = "%s with %s and %s."
                .formatted(
                        Matrix.studies(matrix.total().studies()),
                        ReportParts.counted(matrix.total().items(), "claim", "claims"),
                        ReportParts.counted(matrix.total().quotes(), "quote", "quotes"));
        return List.of(
                new Block.Heading(2, "What was compared"),
                Block.Bullets.of(Stream.of(
                                Stream.of(size),
                                narrowed.isEmpty()
                                        ? Stream.of("All evidence in the base that has a place in the table.")
                                        : narrowed.stream(),
                                Stream.of("Totals count studies, each once, also those in rows and columns that are not"
                                        + " shown."))
                        .flatMap(lines -> lines)
                        .toList()));
    }

    private Block numbers(Axis rows, Axis columns) {
        var lines = new ArrayList<List<Block.Cell>>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            lines.add(
                    row(rowHeading(r), matrix.cells().get(r), matrix.rowTotals().get(r)));
        }
        lines.add(row(Block.Cell.of(ALL), matrix.columnTotals(), matrix.total()));
        return new Block.Table(
                "Table 1. Number of studies, " + name(rows) + " by " + name(columns), head(COUNT), lines);
    }

    private List<Column> head(int width) {
        var head = new ArrayList<Column>();
        head.add(new Column(label(matrix.request().rows().axis()), HEADING));
        for (int c = 0; c < matrix.columns().size(); c++) {
            head.add(new Column(
                    text(heading(
                            matrix.request().columns().axis(), matrix.columns().get(c))),
                    width));
        }
        head.add(new Column(ALL, COUNT));
        return head;
    }

    private Block.Cell rowHeading(int row) {
        return new Block.Cell(
                List.of(heading(matrix.request().rows().axis(), matrix.rows().get(row))));
    }

    private static List<Block.Cell> row(Block.Cell heading, List<Cell> cells, Cell total) {
        return Stream.of(Stream.of(heading), cells.stream().map(ComparisonReport::number), Stream.of(number(total)))
                .flatMap(all -> all)
                .toList();
    }

    /// The number first, by itself, then what it does not say.
    private static Block.Cell number(Cell cell) {
        if (!cell.state().hasEvidence()) {
            return Block.Cell.of(new Run.Emphasis(cell.state().label()));
        }
        var lines = new ArrayList<List<Run>>();
        lines.add(List.of(new Run.Strong(Integer.toString(cell.studies()))));
        String direction = Stream.of(
                        cell.helping() == 0 ? "" : "helps in " + cell.helping(),
                        cell.hindering() == 0 ? "" : "hinders in " + cell.hindering())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (!direction.isEmpty()) {
            lines.add(List.of(ReportParts.text(direction)));
        }
        if (cell.state().isContradicted()) {
            lines.add(List.of(ReportParts.text(cell.state().label())));
        }
        return new Block.Cell(lines);
    }

    private Block quotes(Axis rows, Axis columns) {
        var lines = new ArrayList<List<Block.Cell>>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            var line = new ArrayList<Block.Cell>(List.of(rowHeading(r)));
            for (int c = 0; c < matrix.columns().size(); c++) {
                List<Claim> beneath = claims.get(r).get(c);
                line.add(
                        beneath.isEmpty()
                                ? number(matrix.cells().get(r).get(c))
                                : new Block.Cell(beneath.stream()
                                        .flatMap(
                                                claim -> claim.quotes().stream().map(quote -> quote(claim, quote)))
                                        .toList()));
            }
            line.add(Block.Cell.of(MatrixText.brief(matrix.rowTotals().get(r))));
            lines.add(line);
        }
        return new Block.Table(
                "Table 2. Framework matrix, " + name(rows) + " by " + name(columns), head(QUOTES), lines);
    }

    private List<Run> quote(Claim claim, Words quote) {
        ComparedPaper paper = base.paper(claim.paper());
        return ReportParts.line(
                List.of(
                        ReportParts.words(iris, paper.paper(), quote.textSha256(), quote.span(), quote.exact()),
                        ReportParts.text(" (" + vocabulary.kind(claim.kind()).label() + "; ")),
                ReportParts.place(references.citation(claim.paper()), quote.section(), quote.span(), quote.lost()),
                List.of(ReportParts.text(")")));
    }

    /// Those that occur, in the order of their list.
    private List<Block> meanings() {
        List<CellState> shown = Stream.concat(
                        matrix.cells().stream().flatMap(List::stream),
                        Stream.of(matrix.rowTotals(), matrix.columnTotals(), List.of(matrix.total()))
                                .flatMap(Collection::stream))
                .map(Cell::state)
                .distinct()
                .toList();
        return List.of(
                new Block.Heading(3, "What the cells say"),
                new Block.Bullets(Arrays.stream(CellState.values())
                        .filter(shown::contains)
                        .map(state ->
                                List.<Run>of(new Run.Strong(state.label() + ": "), ReportParts.text(state.meaning())))
                        .toList()));
    }

    /// A study by how its papers are cited.
    private List<Run> heading(Axis axis, Heading heading) {
        return axis == Axis.Plain.STUDY
                ? references.citations(papersOf(heading))
                : List.of(ReportParts.text(heading.label()));
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private List<PaperId> papersOf(Heading study) {
        return base.study(new StudyId(study.key())).papers().stream()
                .map(ComparedPaper::id)
                .toList();
    }

    /// Those whose claims stand beneath the cells, and those of the studies that are headings.
    private Stream<ComparedPaper> papers() {
        Stream<PaperId> ofStudies = Stream.concat(
                        studies(matrix.request().rows().axis(), matrix.rows()),
                        studies(matrix.request().columns().axis(), matrix.columns()))
                .flatMap(study -> papersOf(study).stream());
        Stream<PaperId> ofCells =
                claims.stream().flatMap(List::stream).flatMap(List::stream).map(Claim::paper);
        return Stream.concat(ofStudies, ofCells).distinct().map(base::paper);
    }

    private static Stream<Heading> studies(Axis axis, List<Heading> headings) {
        return axis == Axis.Plain.STUDY ? headings.stream() : Stream.empty();
    }

    /// What the headings of an axis are: `Setting`.
    private static String label(Axis axis) {
        return switch (axis) {
            case Axis.Plain plain -> ReportParts.capitalised(plain.toString());
            case Axis.Concepts(String scheme, int depth) ->
                ReportParts.capitalised(scheme.replace('-', ' ')) + (depth == 0 ? "" : ", level " + depth);
        };
    }

    private static String name(Axis axis) {
        String label = label(axis);
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
