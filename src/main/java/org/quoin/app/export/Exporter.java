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
            case CSV -> {
                quotes(graphs, papers).csv(out);
                yield besidePapers(graphs);
            }
            case XLSX -> {
                quotes(graphs, papers).xlsx(out);
                yield besidePapers(graphs);
            }
            case ANNOTATIONS -> {
                new AnnotationExport(store).write(papers, out);
                yield besidePapers(graphs);
            }
            case REFI_QDA -> QdaExport.write(store, graphs, out);
            case RIS -> {
                RisExport.write(store, papers, out);
                yield allBut("the bibliography of the papers", graphs);
            }
            case BIBTEX -> {
                BibtexExport.write(store, papers, out);
                yield allBut("the bibliography of the papers", graphs);
            }
            case NANOPUB -> {
                nanopublications(papers, out);
                yield allBut("accepted evidence", graphs);
            }
        };
    }

    private QuoteTable quotes(List<GraphName> graphs, List<PaperId> papers) {
        return PaperQuotes.table(store, papers, besidePapers(graphs));
    }

    private static List<String> allBut(String what, List<GraphName> graphs) {
        return Stream.concat(Stream.of("all but " + what), besidePapers(graphs).stream())
                .toList();
    }

    /// What is there besides evidence, which alone has a place in some forms.
    private static List<String> besidePapers(List<GraphName> graphs) {
        long syntheses =
                graphs.stream().filter(GraphName.OfSynthesis.class::isInstance).count();
        long codebooks =
                graphs.stream().filter(GraphName.OfCodebook.class::isInstance).count();
        return Stream.of(
                        syntheses == 0 ? "" : syntheses + (syntheses == 1 ? " synthesis" : " syntheses"),
                        codebooks == 0 ? "" : codebooks + (codebooks == 1 ? " codebook" : " codebooks"))
                .filter(note -> !note.isEmpty())
                .toList();
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
