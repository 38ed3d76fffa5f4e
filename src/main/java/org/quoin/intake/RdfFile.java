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
import org.quoin.graph.Iris;
import org.quoin.graph.JsonLd;
import org.quoin.graph.Vocabulary;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

/// A named graph is taken as the whole content of its paper and replaces it. Triples outside named
/// graphs are sorted to the papers whose names their IRIs carry, with what those refer to, and are added.
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
        var result = new TreeMap<PaperId, Incoming>();
        parsed.listGraphNodes().forEachRemaining(name -> {
            // Exports carry the ontology beside the papers; it comes from the program's own files.
            if (vocabulary.isOwnGraph(name)) {
                return;
            }
            PaperId paper = iris.paperOfGraph(name)
                    .orElseThrow(() -> Problem.invalid(file + ": the graph " + name
                            + " is not a paper's graph: name it " + iris.base() + "graph/paper/PAPER"));
            result.put(paper, new Incoming.Triples(paper, parsed.getGraph(name), true));
        });
        sort(file, parsed.getDefaultGraph()).forEach((paper, content) -> {
            if (result.containsKey(paper)) {
                throw Problem.invalid(
                        file + ": paper " + paper + " stands both in a named graph and outside: choose one");
            }
            result.put(paper, new Incoming.Triples(paper, content, false));
        });
        if (result.isEmpty()) {
            throw Problem.invalid(
                    file + " holds nothing about a paper: IRIs of papers begin with " + iris.base() + "paper/");
        }
        return List.copyOf(result.values());
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

    /// Which paper a subject belongs to is read off its IRI; what has no such IRI (a study, an agent,
    /// a blank node) belongs to every paper that refers to it.
    private Map<PaperId, Graph> sort(Path file, Graph triples) {
        var placed = new HashSet<Node>();
        var graphs = new TreeMap<PaperId, Graph>();
        var roots = new HashMap<PaperId, Set<Node>>();
        triples.find()
                .mapWith(Triple::getSubject)
                .forEachRemaining(subject -> iris.paperIn(subject)
                        .ifPresent(paper -> roots.computeIfAbsent(paper, p -> new HashSet<>())
                                .add(subject)));
        roots.forEach((paper, subjects) -> {
            Graph graph = graphs.computeIfAbsent(paper, p -> GraphFactory.createGraphMem());
            var queue = new ArrayDeque<Node>(subjects);
            var seen = new HashSet<Node>(subjects);
            while (!queue.isEmpty()) {
                Node subject = queue.remove();
                placed.add(subject);
                triples.find(subject, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                    graph.add(triple);
                    Node object = triple.getObject();
                    if (!object.isLiteral() && iris.paperIn(object).isEmpty() && seen.add(object)) {
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
                                "its IRI names no paper and no paper refers to it: use " + iris.base()
                                        + "item/PAPER/NAME and the like",
                                null))
                        .toList();
        if (!unplaced.isEmpty()) {
            throw Problem.invalid(file + ": some resources belong to no paper; nothing was written", unplaced);
        }
        return graphs;
    }
}
