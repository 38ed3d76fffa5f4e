// What a reader made of a file, a graph of the base at a time.
package org.quoin.intake;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.quoin.graph.GraphName;
import org.quoin.graph.PaperRecord;

public sealed interface Incoming {
    /// Which graph of the base it is for.
    GraphName about();

    /// What the reader repaired or left out, for the person to know.
    List<String> notes();

    /// A paper without evidence: new to the base, the same as one that is there, or a new text of one.
    ///
    /// @param record under the name that its file suggests
    /// @param reference whether it is a record of a database or reference manager: title and abstract at most
    record Text(PaperRecord record, boolean reference, List<String> notes) implements Incoming {
        public Text {
            notes = List.copyOf(notes);
        }

        @Override
        public GraphName about() {
            return new GraphName.OfPaper(record.paper().id());
        }
    }

    /// A paper with all of its evidence, which takes the place of what is stored.
    record Evidence(PaperRecord record, List<String> notes) implements Incoming {
        public Evidence {
            notes = List.copyOf(notes);
        }

        @Override
        public GraphName about() {
            return new GraphName.OfPaper(record.paper().id());
        }
    }

    /// Evidence for a paper, beside what evidence it has; an item that is there already is replaced.
    ///
    /// @param record the paper with its text, should the base not have it, and the evidence
    record Codings(PaperRecord record, List<String> notes) implements Incoming {
        public Codings {
            notes = List.copyOf(notes);
        }

        @Override
        public GraphName about() {
            return new GraphName.OfPaper(record.paper().id());
        }
    }

    /// A synthesis written by hand, which takes the place of what is stored.
    record Synthesised(SynthesisFile file) implements Incoming {
        @Override
        public GraphName about() {
            return new GraphName.OfSynthesis(file.id());
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    }

    /// Content of a graph.
    ///
    /// @param whole whether the graph becomes exactly this; otherwise it is added to what is stored
    record Triples(GraphName about, Graph content, List<String> notes, boolean whole) implements Incoming {
        public Triples {
            notes = List.copyOf(notes);
        }
    }
}
