// Quotes as a table, one row a quote with all that is known of it: CSV and Excel.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.Paper;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;

/// @param source of the rows, asked once a table
/// @param about what is to be known of them all, name and meaning
/// @param leftOut what is not among them, in words
record QuoteTable(Source source, List<List<String>> about, List<String> leftOut) {
    private static final List<String> COLUMNS = List.of(
            "study",
            "paper",
            "title",
            "authors",
            "year",
            "doi",
            "fictional",
            "retracted",
            "study_values",
            "item",
            "kind",
            "statement",
            "quote",
            "start",
            "end",
            "voice",
            "role",
            "section",
            "levels",
            "factors",
            "facets",
            "values",
            "state",
            "coded_by",
            "rationale",
            "lost",
            "text_sha256");

    private static final List<String> WIDE = List.of("title", "statement", "quote", "rationale");

    /// Where the claims come from.
    interface Source {
        /// Calls back with each claim.
        void each(Sink sink);
    }

    /// Where the claims go.
    interface Sink {
        /// @param context what the context statements of its study tell
        void add(Paper paper, List<ConceptRef> context, Claim claim);
    }

    void csv(OutputStream out) {
        try (var csv = new GuardedCsv(out)) {
            csv.row(COLUMNS);
            rows(csv::row);
            csv.leftOut(leftOut);
        }
    }

    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.Invalid]) when a sheet cannot hold so
    ///     many rows
    void xlsx(OutputStream out) {
        Sheets.write(out, sheets -> {
            sheet(sheets);
            Sheet last = sheets.workbook().createSheet("About");
            last.setColumnWidth(0, Sheets.MIDDLE);
            last.setColumnWidth(1, 2 * Sheets.WIDE);
            about.forEach(line -> sheets.append(last, line));
            sheets.append(
                    last,
                    List.of(
                            "quote",
                            "the words of the source, from start up to, not including, end, in"
                                    + " characters (Unicode code points) of the text of the paper"));
            Stream.concat(leftOut.stream(), sheets.leftOut().stream())
                    .forEach(note -> sheets.append(last, List.of("left out", note)));
        });
    }

    /// As one sheet of a workbook.
    void sheet(Sheets sheets) {
        Sheet sheet = sheets.table("Quotes", COLUMNS, Sheets.NARROW);
        WIDE.forEach(wide -> sheet.setColumnWidth(COLUMNS.indexOf(wide), Sheets.WIDE));
        rows(line -> sheets.append(sheet, line));
    }

    private void rows(Consumer<List<@Nullable Object>> row) {
        source.each((paper, context, claim) -> {
            claim.quotes().forEach(quote -> row.accept(row(paper, context, claim, quote, "evidence")));
            claim.illustrations().forEach(quote -> row.accept(row(paper, context, claim, quote, "illustration")));
        });
    }

    private static List<@Nullable Object> row(
            Paper paper, List<ConceptRef> context, Claim claim, Words quote, String role) {
        return Arrays.asList(
                claim.study(),
                paper.id(),
                paper.title(),
                String.join("; ", paper.authors()),
                paper.year(),
                paper.doi(),
                paper.fictional(),
                paper.retracted(),
                refs(context),
                claim.id(),
                claim.kind(),
                claim.statement(),
                quote.exact(),
                quote.span().start(),
                quote.span().end(),
                quote.voice(),
                role,
                quote.section(),
                keys(claim.levels()),
                keys(claim.factors()),
                keys(claim.facets()),
                refs(claim.values()),
                claim.state(),
                claim.codedBy(),
                claim.rationale(),
                quote.lost(),
                quote.textSha256());
    }

    private static String keys(List<ConceptRef> concepts) {
        return concepts.stream().map(ConceptRef::key).collect(Collectors.joining(" "));
    }

    private static String refs(List<ConceptRef> concepts) {
        return concepts.stream().map(ConceptRef::toString).collect(Collectors.joining(" "));
    }
}
