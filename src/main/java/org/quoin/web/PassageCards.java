// Passages of papers as the search page shows them.
package org.quoin.web;

import java.util.List;
import org.quoin.app.Quoin;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageHit;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchRequest;
import org.quoin.web.page.PassageCard;
import org.quoin.web.page.StudyRef;

final class PassageCards {
    private final Quoin quoin;

    PassageCards(Quoin quoin) {
        this.quoin = quoin;
    }

    /// The best passages for a search for evidence.
    List<PassageCard> best(SearchRequest request, int most) {
        var first = new SearchRequest(request.query(), request.filter(), request.mode(), 0, most);
        return quoin.searchPassages(first).hits().stream().map(this::card).toList();
    }

    String total(SearchRequest request, PassageResult result) {
        if (result.total() == 0) {
            return "Nothing found";
        }
        return (result.totalIsLowerBound() ? "More than " : "")
                + Show.count(result.total(), "passage", "passages")
                + " from " + Show.count(result.studies(), "study", "studies")
                + (request.query().isEmpty() ? "" : " for “" + request.query() + "”");
    }

    PassageCard card(PassageHit hit) {
        PassageDocument passage = hit.document();
        int coded = passage.items().size();
        return new PassageCard(
                hit.rank(),
                Marking.of(passage.exact(), hit.highlights()),
                new StudyRef(
                        passage.studyLabel(),
                        passage.studyTitle() == null,
                        Urls.paper(passage.paper()),
                        passage.fictional(),
                        // What is retracted is not found.
                        ""),
                passage.section() == null ? "" : passage.section(),
                coded == 0 ? "" : Show.count(coded, "piece of evidence", "pieces of evidence") + " in it",
                Urls.place(passage.paper(), passage.span()));
    }
}
