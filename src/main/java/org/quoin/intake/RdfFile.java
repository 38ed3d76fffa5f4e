// Evidence as RDF: Turtle, TriG, JSON-LD, N-Triples, N-Quads.
package org.quoin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.quoin.graph.GraphName;
import org.quoin.graph.Iris;
import org.quoin.graph.JsonLd;
import org.quoin.graph.Vocabulary;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

/// A named graph is taken as the whole content of its paper, synthesis or codebook and replaces it. Triples
/// outside named graphs are sorted to the papers and syntheses whose names their IRIs carry, with what those
/// refer to, and are added.
final class RdfFile {
    private static final int SHOWN_UNPLACED = 20;

    private final Iris iris;
    private final Vocabulary vocabulary;

    RdfFile(Iris iris, Vocabulary vocabulary) {
        this.iris = iris;
        this.vocabulary = vocabulary;
    }

    List<Incoming> read(Path file) throws IOException {
        DatasetGraph parsed = parse(file);
        var result = new TreeMap<GraphName, Incoming>();
        parsed.listGraphNodes().forEachRemaining(name -> {
            // Exports carry the ontology beside the papers; it comes from the program's own files.
            if (vocabulary.isOwnGraph(name)) {
                return;
            }
            GraphName about = iris.nameOf(name)
                    .orElseThrow(() -> Problem.invalid(file + ": the graph " + name
                            + " is not a paper's graph: name it " + iris.base()
                            + "graph/paper/PAPER (a synthesis's graph/synthesis/NAME)"));
            result.put(about, new Incoming.Triples(about, parsed.getGraph(name), List.of(), true));
        });
        sort(file, parsed.getDefaultGraph()).forEach((about, content) -> {
            if (result.containsKey(about)) {
                throw Problem.invalid(file + ": " + about + " stands both in a named graph and outside: choose one");
            }
            result.put(about, new Incoming.Triples(about, content, List.of(), false));
        });
        if (result.isEmpty()) {
            throw Problem.invalid(
                    file + " holds nothing about a paper: IRIs of papers begin with " + iris.base() + "paper/");
        }
        return List.copyOf(result.values());
    }

    private Optional<GraphName> graphOf(Node subject) {
        return iris.paperIn(subject)
                .<GraphName>map(GraphName.OfPaper::new)
                .or(() -> iris.synthesisIn(subject).map(GraphName.OfSynthesis::new));
    }

    private DatasetGraph parse(Path file) throws IOException {
        Lang lang = RDFLanguages.filenameToLang(file.getFileName().toString());
        DatasetGraph parsed = DatasetGraphFactory.create();
        try (InputStream in = Files.newInputStream(file)) {
            var builder = RDFParser.source(in)
                    .forceLang(lang)
                    .base(iris.base())
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
            if (Lang.JSONLD.equals(lang)) {
                builder.set(LangJSONLD11.JSONLD_OPTIONS, JsonLd.offline());
            }
            builder.parse(parsed);
        } catch (RiotException e) {
            throw new ProblemException(new Problem.Invalid(file + " does not parse: " + e.getMessage(), List.of()), e);
        }
        return parsed;
    }

    /// Where a subject belongs is read off its IRI; what has no such IRI (a study, an agent, a blank node)
    /// belongs to every graph that refers to it. That a claim is translated is said by the synthesis of the
    /// category.
    private Map<GraphName, Graph> sort(Path file, Graph triples) {
        var placed = new HashSet<Node>();
        var graphs = new TreeMap<GraphName, Graph>();
        var roots = new HashMap<GraphName, Set<Node>>();
        triples.find()
                .mapWith(Triple::getSubject)
                .forEachRemaining(subject -> graphOf(subject)
                        .ifPresent(about -> roots.computeIfAbsent(about, p -> new HashSet<>())
                                .add(subject)));
        roots.forEach((about, subjects) -> {
            Graph graph = graphs.computeIfAbsent(about, p -> GraphFactory.createGraphMem());
            var queue = new ArrayDeque<Node>(subjects);
            var seen = new HashSet<Node>(subjects);
            while (!queue.isEmpty()) {
                Node subject = queue.remove();
                placed.add(subject);
                triples.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                    Node object = triple.getObject();
                    if (iris.isTranslation(triple)) {
                        graphOf(object)
                                .ifPresent(synthesis -> graphs.computeIfAbsent(
                                                synthesis, s -> GraphFactory.createGraphMem())
                                        .add(triple));
                        return;
                    }
                    graph.add(triple);
                    if (!object.isLiteral() && graphOf(object).isEmpty() && seen.add(object)) {
                        queue.add(object);
                    }
                });
            }
        });
        List<Violation> unplaced =
                triples.find().mapWith(Triple::getSubject).filterDrop(placed::contains).toSet().stream()
                        .limit(SHOWN_UNPLACED)
                        .map(subject -> new Violation(
                                subject.toString(),
                                "PlaceShape",
                                "its IRI names no paper or synthesis and none refers to it: use " + iris.base()
                                        + "item/PAPER/NAME and the like",
                                null))
                        .toList();
        if (!unplaced.isEmpty()) {
            throw Problem.invalid(file + ": some resources belong to no paper; nothing was written", unplaced);
        }
        return graphs;
    }
}
