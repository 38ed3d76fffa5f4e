// JSON-LD with Quoin's own context: written with short names, and read without fetching anything.
package org.quoin.graph;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.jsonld.JenaToTitanium;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// The context is written into every document, so that it says all it means by itself: the context's IRI does
/// not resolve everywhere, and a reader that must fetch something is a reader that can fail.
public final class JsonLd {
    /// The remote context that a document may name; it is read from the program, never fetched.
    public static final String CONTEXT_IRI = "https://w3id.org/quoin/context";

    private static final Set<String> OWN_CONTEXT = Set.of(CONTEXT_IRI, CONTEXT_IRI + ".jsonld");
    private static final String FILE = "/org/quoin/graph/ontology/context.jsonld";
    private static final String CONTEXT = "@context";
    /// The name that the context gives to `@graph`.
    private static final String GRAPH = "graph";

    private static final JsonObject DOCUMENT = read();

    private JsonLd() {}

    /// Writes graphs as one document, one after the other: they need not be in memory together.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when JSON-LD has no way to write what is in a graph
    public static void write(Iterable<Graph> graphs, OutputStream out) {
        JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out);
        json.writeStartObject().write(CONTEXT, DOCUMENT.get(CONTEXT)).writeStartArray(GRAPH);
        for (Graph graph : graphs) {
            nodes(graph).forEach(json::write);
        }
        json.writeEnd().writeEnd();
        // Not closed: the stream is the caller's.
        json.flush();
        try {
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the JSON-LD could not be written", e);
        }
    }

    private static List<? extends JsonValue> nodes(Graph graph) {
        if (graph.isEmpty()) {
            return List.of();
        }
        JsonLdOptions options = offline();
        // The same triples give the same text.
        options.setOrdered(true);
        JsonObject compact;
        try {
            JsonArray expanded = JenaToTitanium.convert(DatasetGraphFactory.wrap(graph), options);
            compact = com.apicatalog.jsonld.JsonLd.compact(JsonDocument.of(expanded), JsonDocument.of(DOCUMENT))
                    .options(options)
                    .get();
        } catch (JsonLdError e) {
            throw new ProblemException(
                    new Problem.Invalid("this cannot be written as JSON-LD: " + e.getMessage(), List.of()), e);
        }
        // What has a single subject comes without the array around it.
        return compact.containsKey(GRAPH)
                ? compact.getJsonArray(GRAPH)
                : List.of(Json.createObjectBuilder(compact).remove(CONTEXT).build());
    }

    /// Options of a reader that fetches nothing: the own context is taken from the program, any other remote
    /// one is an error that names it.
    public static JsonLdOptions offline() {
        return new JsonLdOptions(JsonLd::loadContext);
    }

    private static Document loadContext(URI iri, DocumentLoaderOptions options) throws JsonLdError {
        if (!OWN_CONTEXT.contains(iri.toString())) {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the remote context " + iri
                            + " is refused: Quoin fetches nothing; put the context into the file or use "
                            + CONTEXT_IRI);
        }
        return JsonDocument.of(DOCUMENT);
    }

    private static JsonObject read() {
        try (InputStream in = Objects.requireNonNull(JsonLd.class.getResourceAsStream(FILE), FILE);
                JsonReader reader = Json.createReaderFactory(Map.of()).createReader(in, StandardCharsets.UTF_8)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + " from the program", e);
        }
    }
}
