// What a search or a comparison has selected, as a file.
package org.quoin.app;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.QuotesExport;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.synthesis.ComparisonBase;

/// The tables hold the selected quotes; the other forms hold the papers that these are from, whole.
public final class SelectionExport {
    private static final List<ExportFormat> FORMATS = List.of(
            ExportFormat.CSV,
            ExportFormat.XLSX,
            ExportFormat.RIS,
            ExportFormat.BIBTEX,
            ExportFormat.TRIG,
            ExportFormat.TURTLE,
            ExportFormat.JSONLD,
            ExportFormat.REFI_QDA);

    private final Quoin quoin;
    private final QuotesExport quotes;

    /// @param quotes that are selected
    public SelectionExport(Quoin quoin, QuotesExport quotes) {
        this.quoin = quoin;
        this.quotes = quotes;
    }

    /// What a search finds: without words the whole selection, which has no order of rank; with words the hits
    /// that were asked for.
    public static SelectionExport of(Quoin quoin, SearchRequest request) {
        ComparisonBase base = quoin.comparison();
        if (request.query().isBlank() && request.like() == null && !request.byStudy()) {
            return new SelectionExport(quoin, QuotesExport.of(base, request.filter()));
        }
        SearchResult result = quoin.search(request);
        var leftOut = new ArrayList<String>();
        if (result.note() != null) {
            leftOut.add(result.note());
        }
        long others = result.total() - result.hits().size();
        if (others > 0) {
            leftOut.add("%s%d matching items that are not among the hits asked for (offset %d, limit %d)"
                    .formatted(
                            result.totalIsLowerBound() ? "at least " : "", others, request.offset(), request.limit()));
        }
        return new SelectionExport(
                quoin,
                QuotesExport.of(
                        base,
                        result.hits().stream().map(hit -> hit.document().id()).toList(),
                        leftOut));
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the formats of a selection
    public static ExportFormat format(String name) {
        return FORMATS.stream()
                .filter(format -> format.formatName().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("there is no format «" + name + "» of a selection; the formats are "
                        + FORMATS.stream().map(ExportFormat::formatName).collect(Collectors.joining(", "))));
    }

    /// @return what was left out, in words
    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) when the form is of papers and nothing is
    ///     selected; ([Problem.Invalid]) when a sheet of Excel cannot hold so many rows
    public List<String> write(ExportFormat format, OutputStream out) {
        return switch (format) {
            case CSV -> {
                quotes.csv(out);
                yield quotes.leftOut();
            }
            case XLSX -> {
                quotes.xlsx(out);
                yield quotes.leftOut();
            }
            default -> {
                List<PaperId> papers = quotes.papers();
                List<String> left = quoin.export(format, papers, out);
                yield Stream.concat(quotes.leftOut().stream(), left.stream()).toList();
            }
        };
    }
}
