// Claims as a table: one row a quote with all that is known of it.
package org.quoin.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparedPaper;
import org.quoin.synthesis.ComparedStudy;
import org.quoin.synthesis.ComparisonBase;

final class QuoteRows {
    static final List<String> COLUMNS = List.of(
            "study",
            "paper",
            "title",
            "authors",
            "year",
            "doi",
            "fictional",
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

    private QuoteRows() {}

    static void each(ComparisonBase base, Claim claim, Consumer<List<@Nullable Object>> row) {
        ComparedStudy study = base.study(claim.study());
        claim.quotes().forEach(quote -> row.accept(row(base, study, claim, quote, "evidence")));
        claim.illustrations().forEach(quote -> row.accept(row(base, study, claim, quote, "illustration")));
    }

    private static List<@Nullable Object> row(
            ComparisonBase base, ComparedStudy study, Claim claim, Words quote, String role) {
        ComparedPaper paper = base.paper(claim.paper());
        return Arrays.asList(
                claim.study(),
                paper.id(),
                paper.title(),
                String.join("; ", paper.authors()),
                paper.year(),
                paper.doi(),
                paper.fictional(),
                refs(study.concepts()),
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
