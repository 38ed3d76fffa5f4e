// The quotes of whole papers as a table, read paper by paper.
package org.quoin.app.export;

import java.util.List;
import org.quoin.graph.GraphStore;
import org.quoin.graph.StudyContexts;
import org.quoin.model.PaperId;
import org.quoin.synthesis.ClaimReader;

final class PaperQuotes {
    private PaperQuotes() {}

    /// Retracted papers and rejected codings are among them, and marked.
    ///
    /// @param leftOut what has no place in such a table, in words
    static QuoteTable table(GraphStore store, List<PaperId> papers, List<String> leftOut) {
        return new QuoteTable(
                sink -> {
                    var reader = new ClaimReader();
                    var contexts = new StudyContexts(store);
                    for (PaperId id : papers) {
                        store.paper(id)
                                .ifPresent(record -> reader.claims(record)
                                        .forEach(claim -> sink.add(record.paper(), contexts.of(claim.study()), claim)));
                    }
                },
                List.of(List.of("papers", String.valueOf(papers.size()))),
                leftOut);
    }
}
