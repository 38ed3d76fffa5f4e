// Chooses who writes an exchange form.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.Nanopublication;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

public final class Exporter {
    private final GraphStore store;

    public Exporter(GraphStore store) {
        this.store = store;
    }

    /// @param graphs which, in this order; all of them must be in the base. What a form has no place for, such as
    ///     a synthesis in a bibliography, it leaves out.
    /// @return what the form has no place for and was left out, in words
    /// @throws ProblemException ([Problem.Conflict]) when nanopublications are asked for and no item is
    ///     accepted
    public List<String> write(ExportFormat format, List<GraphName> graphs, OutputStream out) {
        List<PaperId> papers = graphs.stream()
                .flatMap(graph -> graph instanceof GraphName.OfPaper(PaperId id) ? Stream.of(id) : Stream.empty())
                .toList();
        return switch (format) {
            case TRIG -> whole(() -> RdfExport.trig(store, graphs, out));
            case TURTLE -> whole(() -> RdfExport.turtle(store, graphs, out));
            case JSONLD -> whole(() -> RdfExport.jsonLd(store, graphs, out));
            case CSV -> whole(() -> CsvExport.write(store, papers, out));
            case ANNOTATIONS -> whole(() -> new AnnotationExport(store).write(papers, out));
            case REFI_QDA -> QdaExport.write(store, graphs, out);
            case RIS -> whole(() -> RisExport.write(store, papers, out));
            case BIBTEX -> whole(() -> BibtexExport.write(store, papers, out));
            case NANOPUB -> whole(() -> nanopublications(papers, out));
        };
    }

    private static List<String> whole(Runnable write) {
        write.run();
        return List.of();
    }

    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when the item is not accepted
    public Nanopublication nanopublication(ItemId item) {
        return Nanopublication.of(store.iris(), store.vocabulary(), item, store.graph(item.paper()));
    }

    private void nanopublications(List<PaperId> papers, OutputStream out) {
        long written = 0;
        for (PaperId paper : papers) {
            for (ItemId item : Nanopublication.accepted(store.iris(), store.graph(paper))) {
                nanopublication(item).write(out);
                written++;
            }
        }
        if (written == 0) {
            throw Problem.conflict("none of the evidence is accepted: only what reviewers have accepted becomes a"
                    + " nanopublication; record their decisions first");
        }
    }
}
