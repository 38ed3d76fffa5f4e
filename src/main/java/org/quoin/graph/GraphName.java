// Which named graph of the base: a paper's, a synthesis's or a codebook's.
package org.quoin.graph;

import java.util.Comparator;
import org.quoin.model.CodebookId;
import org.quoin.model.PaperId;
import org.quoin.model.SynthesisId;

/// The graphs that people fill; those of the ontology come with the program. The natural order puts first what
/// others rest on: papers, then codebooks, then syntheses.
public sealed interface GraphName extends Comparable<GraphName> {
    /// What follows `graph/` in its IRI: `paper/health-hubs`.
    String path();

    record OfPaper(PaperId id) implements GraphName {
        static final String BEGINNING = "paper/";

        @Override
        public String path() {
            return BEGINNING + id;
        }

        @Override
        public String toString() {
            return "paper " + id;
        }
    }

    record OfCodebook(CodebookId id) implements GraphName {
        static final String BEGINNING = "codebook/";

        @Override
        public String path() {
            return BEGINNING + id;
        }

        @Override
        public String toString() {
            return "codebook " + id;
        }
    }

    record OfSynthesis(SynthesisId id) implements GraphName {
        static final String BEGINNING = "synthesis/";

        @Override
        public String path() {
            return BEGINNING + id;
        }

        @Override
        public String toString() {
            return "synthesis " + id;
        }
    }

    private int rank() {
        return switch (this) {
            case OfPaper _ -> 0;
            case OfCodebook _ -> 1;
            case OfSynthesis _ -> 2;
        };
    }

    @Override
    default int compareTo(GraphName other) {
        return Comparator.comparingInt(GraphName::rank)
                .thenComparing(GraphName::path)
                .compare(this, other);
    }
}
