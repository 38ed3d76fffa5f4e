// The base as RDF: TriG, Turtle, JSON-LD, a graph at a time, so that a base of any size can be written.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.JsonLd;

final class RdfExport {
    private RdfExport() {}

    /// The named graphs as they are.
    static void trig(GraphStore store, List<GraphName> graphs, OutputStream out) {
        StreamRDF stream = begin(store, RDFFormat.TRIG_BLOCKS, out);
        for (GraphName graph : graphs) {
            store.graph(graph)
                    .find()
                    .forEachRemaining(t -> stream.quad(Quad.create(store.iris().graph(graph), t)));
        }
        stream.finish();
    }

    static void turtle(GraphStore store, List<GraphName> graphs, OutputStream out) {
        StreamRDF stream = begin(store, RDFFormat.TURTLE_BLOCKS, out);
        graphs.forEach(graph -> store.graph(graph).find().forEachRemaining(stream::triple));
        stream.finish();
    }

    static void jsonLd(GraphStore store, List<GraphName> graphs, OutputStream out) {
        Iterable<Graph> contents = () -> graphs.stream().map(store::graph).iterator();
        JsonLd.write(contents, out);
    }

    private static StreamRDF begin(GraphStore store, RDFFormat form, OutputStream out) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, form);
        stream.start();
        // Sorted, so that two exports of one base are the same.
        new TreeMap<>(store.vocabulary().prefixes()).forEach(stream::prefix);
        return stream;
    }
}
