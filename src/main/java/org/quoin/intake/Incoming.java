// What a reader made of a file: the content of a paper's graph, to replace what is stored or to be added to it.
package org.quoin.intake;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.quoin.model.PaperId;

/// @param paper the paper
/// @param content triples for its graph
/// @param mode what to do with triples that are stored already
/// @param notes what the reader repaired or left out, for the person to know
public record Incoming(PaperId paper, Graph content, Mode mode, List<String> notes) {
    /// How incoming content meets stored content.
    public enum Mode {
        /// The paper becomes exactly this.
        REPLACE,
        /// The content joins what is stored.
        ADD,
        /// The paper is new, or has this text already; a paper with other content is left as it is.
        TEXT_ONLY,
        /// A record of a paper, its title and abstract: the paper is new, or is in the base already, with
        /// whatever text, and is left as it is.
        RECORD
    }

    public Incoming {
        notes = List.copyOf(notes);
    }
}
