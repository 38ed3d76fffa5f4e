// The files under `ontology/`, found and parsed.
package org.quoin.ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

final class OntologyFiles {
    static final Path ROOT = Path.of(System.getProperty("quoin.root", "."));
    static final Path FOLDER = ROOT.resolve("ontology");
    static final String BASE = "https://w3id.org/quoin/";
    static final String ONTOLOGY = BASE + "ns";
    static final String NAMESPACE = ONTOLOGY + "#";

    private OntologyFiles() {}

    static Path ontology() {
        return FOLDER.resolve("quoin.ttl");
    }

    static List<Path> schemes() throws IOException {
        return turtle("schemes");
    }

    static List<Path> shapes() throws IOException {
        return turtle("shapes");
    }

    static List<Path> alignments() throws IOException {
        return turtle("alignments");
    }

    /// Every Turtle file that is published, one ontology header each.
    static List<Path> published() throws IOException {
        return Stream.of(List.of(ontology()), schemes(), shapes(), alignments())
                .flatMap(List::stream)
                .toList();
    }

    /// @param folder of the ontology folder
    private static List<Path> turtle(String folder) throws IOException {
        return under(FOLDER.resolve(folder), ".ttl");
    }

    /// Files below a folder whose names end so, sorted.
    static List<Path> under(Path folder, String... endings) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    static Model parse(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Model parse(String turtle) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(turtle, Lang.TURTLE).base(BASE + "id/").parse(model);
        return model;
    }

    /// The ontology and all schemes as one document. It has one header: those of the schemes lose what makes them
    /// headers, since a document with several has no IRI of its own.
    static Model merged() throws IOException {
        Model all = parse(ontology());
        for (Path file : schemes()) {
            Model scheme = parse(file);
            scheme.removeAll(null, RDF.type, OWL2.Ontology);
            scheme.removeAll(null, OWL2.versionIRI, null);
            all.add(scheme);
        }
        return all;
    }
}
