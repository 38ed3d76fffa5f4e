// The ways in which evidence goes wrong that the design names, one each: the shapes find every one, and nothing
// else.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each mutant is the base of the competency questions with one thing changed. The write door refuses the same
/// in code where it holds a paper; `RefusalTest` tries it.
class MutantsTest {
    private static final String PROLOGUE = """
            BASE <https://w3id.org/quoin/id/>
            PREFIX cerqual: <https://w3id.org/quoin/scheme/cerqual-component/>
            PREFIX jbi: <https://w3id.org/quoin/scheme/jbi-credibility/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX state: <https://w3id.org/quoin/scheme/curation-state/>
            PREFIX verdict: <https://w3id.org/quoin/scheme/verdict/>
            PREFIX voice: <https://w3id.org/quoin/scheme/voice/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static Model base = ModelFactory.createDefaultModel();
    private static Shapes shapes = Shapes.parse(base.getGraph());

    @BeforeAll
    static void read() throws IOException {
        base = OntologyFiles.merged()
                .add(OntologyFiles.parse(OntologyFiles.ROOT.resolve("src/test/resources/queries/fixture/base.ttl")));
        shapes = Shapes.parse(
                OntologyFiles.parse(OntologyFiles.shapes().getFirst()).getGraph());
    }

    @Test
    void theBaseItselfKeepsEveryShape() {
        assertThat(ShaclValidator.get().validate(shapes, base.getGraph()).getEntries())
                .isEmpty();
    }

    /// Two characters before the words are outside the Basic Multilingual Plane.
    @Test
    void anOffsetCountedInUtf16() {
        assertThat(broken("""
                DELETE { ?place oa:start ?start ; oa:end ?end }
                INSERT { ?place oa:start 48 ; oa:end 75 }
                WHERE { <item/cedar/lunch> quoin:evidencedBy/oa:hasSelector ?place . ?place oa:start ?start ; oa:end ?end }
                """)).containsExactly("ContextShape", "SliceShape");
    }

    /// The right words at the wrong place: "trust" stands in two sentences of cedar.
    @Test
    void theSecondOccurrence() {
        String quotation = """
                INSERT DATA { <item/cedar/second> a quoin:Finding ; quoin:reportedIn <study/cedar> ;
                  quoin:evidencedBy [ a quoin:Quotation ; oa:hasSource %s ; quoin:voice voice:author ; oa:hasSelector
                    [ a oa:TextQuoteSelector ; oa:exact "asked" ; oa:prefix "Nobody " ; oa:suffix " us" ] ,
                    [ a oa:TextPositionSelector ; oa:start %d ; oa:end %d ] ] }
                """;
        String text = "<" + text("cedar") + ">";

        assertThat(broken(quotation.formatted(text, 171, 176))).as("the first").isEmpty();
        assertThat(broken(quotation.formatted(text, 273, 278))).as("the second").containsExactly("ContextShape");
    }

    @Test
    void wordsThatStandTwiceWithNothingToTellWhich() {
        assertThat(broken("""
                INSERT DATA { <item/cedar/second> a quoin:Finding ; quoin:reportedIn <study/cedar> ;
                  quoin:evidencedBy [ a quoin:Quotation ; oa:hasSource <%s> ; quoin:voice voice:author ; oa:hasSelector
                    [ a oa:TextQuoteSelector ; oa:exact "asked" ] ,
                    [ a oa:TextPositionSelector ; oa:start 171 ; oa:end 176 ] ] }
                """.formatted(text("cedar")))).containsExactly("AmbiguityShape");
    }

    @Test
    void aForeignQuote() {
        assertThat(broken("""
                INSERT { <item/alder-article/start> quoin:evidencedBy ?foreign }
                WHERE { <item/birch/write> quoin:evidencedBy ?foreign }
                """)).containsExactly("OriginShape");
    }

    @Test
    void aQuoteWithAWordLeftOut() {
        assertThat(broken("""
                DELETE { ?words oa:exact ?exact } INSERT { ?words oa:exact "Trust was missing and held up" }
                WHERE { <item/birch/trust> quoin:evidencedBy/oa:hasSelector ?words . ?words oa:exact ?exact }
                """)).containsExactly("SliceShape");
    }

    @Test
    void aTextChangedAfterItWasQuoted() {
        assertThat(broken("""
                DELETE { ?text quoin:text ?old } INSERT { ?text quoin:text ?new }
                WHERE { ?text quoin:text ?old ; prov:specializationOf <paper/dune> .
                  BIND(REPLACE(?old, "island", "Island") AS ?new) }
                """)).containsExactly("SliceShape", "TextShape");
    }

    @Test
    void aClaimWithoutWords() {
        assertThat(broken("""
                DELETE WHERE { <item/birch/money> quoin:evidencedBy ?quotation }
                """)).containsExactly("CodingShape", "ItemShape");
    }

    @Test
    void acceptanceByAMachineAlone() {
        assertThat(broken("""
                DELETE { <coding/cedar/fixed> quoin:curationState ?old }
                INSERT { <coding/cedar/fixed> quoin:curationState state:accepted }
                WHERE { <coding/cedar/fixed> quoin:curationState ?old }
                """)).containsExactly("AcceptedShape", "StateShape");
    }

    @Test
    void aDecisionByAMachine() {
        assertThat(broken("""
                DELETE { <decision/alder-1> prov:wasAttributedTo ?who }
                INSERT { <decision/alder-1> prov:wasAttributedTo <agent/software> }
                WHERE { <decision/alder-1> prov:wasAttributedTo ?who }
                """)).containsExactly("AcceptedShape", "DecisionShape");
    }

    @Test
    void acceptanceByTheCoderAlone() {
        assertThat(broken("""
                DELETE { <coding/alder-article/trust> prov:wasAttributedTo ?who }
                INSERT { <coding/alder-article/trust> prov:wasAttributedTo <agent/ann> }
                WHERE { <coding/alder-article/trust> prov:wasAttributedTo ?who }
                """)).containsExactly("AcceptedShape");
    }

    @Test
    void oneAcceptanceWhereTwoAreAskedFor() {
        assertThat(broken("""
                DELETE WHERE { <decision/birch-2> ?p ?o }
                """)).containsExactly("AcceptedShape");
    }

    @Test
    void suggestedStillAlthoughAllHaveAccepted() {
        assertThat(broken("""
                DELETE { <coding/birch/trust> quoin:curationState ?old }
                INSERT { <coding/birch/trust> quoin:curationState state:suggested }
                WHERE { <coding/birch/trust> quoin:curationState ?old }
                """)).containsExactly("StateShape");
    }

    @Test
    void aDisputeHidden() {
        assertThat(broken("""
                DELETE { <coding/alder-article/turnover> quoin:curationState ?old }
                INSERT { <coding/alder-article/turnover> quoin:curationState state:accepted }
                WHERE { <coding/alder-article/turnover> quoin:curationState ?old }
                """)).containsExactly("StateShape");
    }

    @Test
    void cerqualOnAFindingOfASingleStudy() {
        assertThat(broken("""
                DELETE { <assessment/hands> quoin:assesses ?old }
                INSERT { <assessment/hands> quoin:assesses <item/cedar/fixed> }
                WHERE { <assessment/hands> quoin:assesses ?old }
                """)).containsExactly("ConfidenceShape");
    }

    @Test
    void cerqualWithAComponentLeftOut() {
        assertThat(broken("""
                DELETE WHERE { <assessment/hands> quoin:hasJudgement <assessment/hands/coherence> }
                """)).containsExactly("ConfidenceShape");
    }

    @Test
    void anIllustrationInTheAuthorsVoice() {
        assertThat(broken("""
                DELETE { ?quotation quoin:voice voice:participant } INSERT { ?quotation quoin:voice voice:author }
                WHERE { <item/cedar/not-asked> quoin:illustratedBy ?quotation }
                """)).containsExactly("AccountShape", "IllustrationShape");
    }

    @Test
    void credibilityWithoutAnIllustration() {
        assertThat(broken("""
                DELETE { <assessment/fixed> quoin:rating ?old } INSERT { <assessment/fixed> quoin:rating jbi:credible }
                WHERE { <assessment/fixed> quoin:rating ?old }
                """)).containsExactly("CredibilityShape");
    }

    @Test
    void aSynthesisThatQuotes() {
        assertThat(broken("""
                INSERT { <synthesis/steady/finding-hands> quoin:evidencedBy ?quotation }
                WHERE { <item/birch/trust> quoin:evidencedBy ?quotation }
                """)).containsExactly("SynthesisShape");
    }

    @Test
    void aSynthesisOfOneStudy() {
        assertThat(broken("""
                DELETE WHERE { <synthesis/steady/finding-table> quoin:aggregates <item/cedar/lunch> }
                """)).containsExactly("SynthesisShape");
    }

    @Test
    void aComparisonWithinOneStudy() {
        assertThat(broken("""
                DELETE { <comparison/tasks> quoin:from ?old }
                INSERT { <comparison/tasks> quoin:from <item/alder-thesis/trust> }
                WHERE { <comparison/tasks> quoin:from ?old }
                """)).containsExactly("ComparisonShape");
    }

    @Test
    void aLevelThatIsNone() {
        assertThat(broken("""
                INSERT DATA { <item/cedar/manager> quoin:atLevel voice:author }
                """)).containsExactly("DeterminantShape");
    }

    @Test
    void aTermThatNobodyDeclared() {
        assertThat(broken("""
                INSERT DATA { <item/cedar/manager> quoin:strength 3 }
                """)).containsExactly("NamespaceShape");
    }

    private static String text(String paper) {
        return base.listSubjectsWithProperty(
                        base.createProperty("http://www.w3.org/ns/prov#specializationOf"),
                        base.createResource(OntologyFiles.BASE + "id/paper/" + paper))
                .next()
                .getURI();
    }

    /// @return the node shapes that the base breaks once it has been changed so
    private static Set<String> broken(String update) {
        Model mutant = ModelFactory.createDefaultModel().add(base);
        UpdateAction.parseExecute(PROLOGUE + update, mutant);
        assertThat(mutant.isIsomorphicWith(base)).as("the change does nothing").isFalse();

        ValidationReport report = ShaclValidator.get().validate(shapes, mutant.getGraph());

        var names = new TreeSet<String>();
        report.getEntries().forEach(entry -> names.add(nodeShape(entry.source())));
        return names;
    }

    /// A property shape is called after the node shape it belongs to.
    private static String nodeShape(Node shape) {
        return shape.getURI().replaceFirst(".*#", "").replaceFirst("-.*", "");
    }
}
