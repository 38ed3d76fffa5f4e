// ROBOT finds the ontology in OWL 2 DL, consistent and without errors, and the data consistent with it.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Quoin;
import org.quoin.app.ShippedBase;

@Tag("slow")
class RobotTest {
    /// ROBOT's own rules, its warnings raised to errors, without those on subsets and synonyms in OBO's manner,
    /// on classes at the top, and on labels that occur twice: concepts of two schemes may share one. The test
    /// of pitfalls holds them to one concept a label within a scheme.
    private static final List<String> RULES = List.of(
            "annotation_whitespace",
            "deprecated_boolean_datatype",
            "deprecated_class_reference",
            "deprecated_property_reference",
            "duplicate_definition",
            "duplicate_exact_synonym",
            "duplicate_label_synonym",
            "equivalent_class_axiom_no_genus",
            "equivalent_pair",
            "illegal_use_of_built_in_vocabulary",
            "invalid_entity_uri",
            "invalid_xref",
            "label_formatting",
            "label_whitespace",
            "lowercase_definition",
            "misused_obsolete_label",
            "misused_replaced_by",
            "missing_definition",
            "missing_label",
            "missing_obsolete_label",
            "missing_ontology_description",
            "missing_ontology_license",
            "missing_ontology_title",
            "multiple_definitions",
            "multiple_equivalent_class_definitions",
            "multiple_equivalent_classes",
            "multiple_labels");

    @Test
    void theOntologyIsInOwl2DlConsistentAndWithoutErrorsAloneAndWithEachAlignment(@TempDir Path folder)
            throws Exception {
        var robot = new Robot(folder);
        Path all = write(folder.resolve("all.ttl"), OntologyFiles.merged());
        robot.command("txt", profile(all)).command("ttl", reason(all));
        for (Path alignment : OntologyFiles.alignments()) {
            Model links = OntologyFiles.parse(alignment);
            links.removeAll(null, RDF.type, OWL2.Ontology);
            links.removeAll(null, OWL2.versionIRI, null);
            Path both = write(
                    folder.resolve("with-" + alignment.getFileName()),
                    OntologyFiles.merged().add(links));
            robot.command("txt", profile(alignment))
                    .command("txt", profile(both))
                    .command("ttl", reason(both));
        }
        robot.command("tsv", report(OntologyFiles.ontology(), List.of()));
        Path rules = Files.write(
                folder.resolve("rules"),
                RULES.stream().map(rule -> "ERROR\t" + rule).toList());
        Path readable = write(folder.resolve("readable.ttl"), readable(OntologyFiles.merged()));
        robot.command("tsv", report(readable, List.of("--profile", rules.toString())));

        assertThat(robot.run()).filteredOn(outcome -> !outcome.passed()).isEmpty();
    }

    @Test
    @ExtendWith(ShippedBase.class)
    void noDataContradictWhatTheOntologySays(Quoin quoin, @TempDir Path folder) throws Exception {
        Model shipped = OntologyFiles.merged();
        for (var paper : quoin.papers()) {
            shipped.add(ModelFactory.createModelForGraph(
                    quoin.describe(quoin.iris().graph(paper.id()).getURI()).orElseThrow()));
        }
        Model fixture = OntologyFiles.merged()
                .add(OntologyFiles.parse(OntologyFiles.ROOT.resolve("src/test/resources/queries/fixture/base.ttl")));
        var robot = new Robot(folder)
                .command("ttl", reason(write(folder.resolve("shipped.ttl"), shipped)))
                .command("ttl", reason(write(folder.resolve("fixture.ttl"), fixture)));

        assertThat(robot.run()).filteredOn(outcome -> !outcome.passed()).isEmpty();
    }

    @Test
    void eachGateCanBeShut(@TempDir Path folder) throws Exception {
        var robot = new Robot(folder)
                .command(
                        "txt",
                        profile(mutant(
                                folder, 0, "<urn:x:y> quoin:strength 3 . quoin:strength a owl:ObjectProperty .")))
                .command(
                        "ttl",
                        reason(mutant(
                                folder, 1, "quoin:Boon a owl:Class ; rdfs:subClassOf quoin:Enabler , quoin:Barrier .")))
                .command("ttl", reason(mutant(folder, 2, "<urn:x:y> a quoin:Study , quoin:TextVersion .")))
                .command(
                        "tsv",
                        report(
                                mutant(folder, 3, "quoin:Muddle a owl:Class ; rdfs:subClassOf quoin:Finding ."),
                                List.of()));

        List<Robot.Outcome> outcomes = robot.run();

        assertThat(outcomes).noneMatch(Robot.Outcome::passed);
        assertThat(outcomes.get(0).findings()).contains("NOT in profile").contains("quoin/ns#strength");
        assertThat(outcomes.get(1).findings()).contains("IncoherentTBox").contains("quoin/ns#Boon");
        assertThat(outcomes.get(2).findings()).contains("InconsistentOntology");
        assertThat(outcomes.get(3).findings()).contains("missing_label").contains("quoin/ns#Muddle");
    }

    private static Path mutant(Path folder, int number, String turtle) throws IOException {
        Model mutant = OntologyFiles.merged().add(OntologyFiles.parse("""
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix quoin: <https://w3id.org/quoin/ns#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                """ + turtle));
        return write(folder.resolve("mutant-" + number + ".ttl"), readable(mutant));
    }

    /// ROBOT looks for labels and definitions where the OBO community puts them and does not know SKOS, which
    /// says that a preferred label is a label.
    private static Model readable(Model ontology) {
        Property definition = ontology.createProperty("http://purl.obolibrary.org/obo/IAO_0000115");
        ontology.add(definition, RDF.type, OWL2.AnnotationProperty);
        copy(ontology, SKOS.prefLabel, RDFS.label);
        copy(ontology, SKOS.definition, definition);
        return ontology;
    }

    private static void copy(Model model, Property from, Property to) {
        model.listStatements(null, from, (RDFNode) null)
                .toList()
                .forEach(said -> model.add(said.getSubject(), to, said.getObject()));
    }

    private static Path write(Path file, Model model) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFDataMgr.write(out, model, Lang.TURTLE);
        }
        return file;
    }

    private static List<String> profile(Path input) {
        return List.of("validate-profile", "--input", input.toString(), "--profile", "DL");
    }

    private static List<String> reason(Path input) {
        return List.of("reason", "--input", input.toString(), "--reasoner", "HermiT");
    }

    private static List<String> report(Path input, List<String> options) {
        var command = new ArrayList<>(List.of("report", "--input", input.toString(), "--base-iri", OntologyFiles.BASE));
        command.addAll(options);
        command.addAll(List.of("--fail-on", "ERROR"));
        return command;
    }
}
