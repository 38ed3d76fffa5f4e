// What is kept of one paper for comparing.
package org.quoin.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperJudgements;
import org.quoin.graph.PaperRecord;
import org.quoin.model.PaperId;

/// @param paper the paper
/// @param retracted whether it counts no more
/// @param text IRI of its present text
/// @param claims its evidence, in the order of the text
/// @param judgements what was recorded in its graph
record PaperSlice(ComparedPaper paper, boolean retracted, String text, List<Claim> claims, PaperJudgements judgements) {
    PaperSlice {
        claims = List.copyOf(claims);
    }

    /// Reads papers.
    static final class Reader {
        private final GraphStore store;
        private final Function<PaperRecord, String> label;
        private final ClaimReader claims = new ClaimReader();

        Reader(GraphStore store, Function<PaperRecord, String> label) {
            this.store = store;
            this.label = label;
        }

        /// @return empty when the base does not hold the paper
        Optional<PaperSlice> read(PaperId id) {
            Graph graph = store.graph(id);
            return store.mapper().fromGraph(id, graph).map(record -> {
                var paper = new ComparedPaper(record.paper(), label.apply(record));
                return new PaperSlice(
                        paper,
                        record.paper().retracted() != null,
                        store.iris().text(id, record.text().sha256()).getURI(),
                        claims.claims(record),
                        PaperJudgements.of(store.iris(), graph));
            });
        }
    }
}
