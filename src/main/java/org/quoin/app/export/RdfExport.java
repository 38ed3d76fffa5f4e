// Papers as RDF: TriG, Turtle, JSON-LD, a paper at a time, so that a base of any size can be written.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.quoin.graph.GraphStore;
import org.quoin.graph.JsonLd;
import org.quoin.model.PaperId;

final class RdfExport {
    private RdfExport() {}

    /// One named graph a paper.
    static void trig(GraphStore store, List<PaperId> papers, OutputStream out) {
        StreamRDF stream = begin(store, RDFFormat.TRIG_BLOCKS, out);
        for (PaperId paper : papers) {
            store.graph(paper)
                    .find()
                    .forEachRemaining(t -> stream.quad(Quad.create(store.iris().graph(paper), t)));
        }
        stream.finish();
    }

    static void turtle(GraphStore store, List<PaperId> papers, OutputStream out) {
        StreamRDF stream = begin(store, RDFFormat.TURTLE_BLOCKS, out);
        papers.forEach(paper -> store.graph(paper).find().forEachRemaining(stream::triple));
        stream.finish();
    }

    static void jsonLd(GraphStore store, List<PaperId> papers, OutputStream out) {
        Iterable<Graph> graphs = () -> papers.stream().map(store::graph).iterator();
        JsonLd.write(graphs, out);
    }

    private static StreamRDF begin(GraphStore store, RDFFormat form, OutputStream out) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, form);
        stream.start();
        // Sorted, so that two exports of one base are the same.
        new TreeMap<>(store.vocabulary().prefixes()).forEach(stream::prefix);
        return stream;
    }
}
