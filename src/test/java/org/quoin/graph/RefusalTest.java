// Everything that the write door must refuse, each named, with the base as it was afterwards.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

/// One store for all: what is refused changes nothing, so each finds it as the first did.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
    private static final PaperId BETA = new PaperId("beta");
    private static final String NO_TEXT_SHOWN = "";

    private Path folder;
    private GraphStore store;
    private List<String> before;

    @BeforeAll
    void openStore(@TempDir Path temporary) throws IOException {
        folder = temporary;
        store = GraphStore.open(folder.resolve("tdb2"), IRIS, Vocabulary.load());
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()).put(BETA, AlphaPaper.named("beta")));
        before = StoreState.of(store, folder);
    }

    @AfterAll
    void closeStore() {
        store.close();
    }

    /// A mutant: its name, the piece of the small paper that it replaces and by what, and the violation that
    /// names it: subject, shape, and the offending text, empty where there is none to show.
    static Stream<Arguments> mutants() {
        return Stream.of(
                // Words and places
                arguments(
                        "an offset that is one too far",
                        "oa:start 75 ; oa:end 85",
                        "oa:start 76 ; oa:end 86",
                        "paper/alpha/quotation/time",
                        "SliceShape",
                        "needs time"),
                arguments(
                        "offsets counted in UTF-16",
                        "oa:start 88 ; oa:end 109",
                        "oa:start 89 ; oa:end 110",
                        "paper/alpha/quotation/managers",
                        "SliceShape",
                        "We had three managers"),
                arguments(
                        "words that the text does not have",
                        "\"needs time\"",
                        "\"needs money\"",
                        "paper/alpha/quotation/time",
                        "SliceShape",
                        "needs money"),
                arguments(
                        "the second occurrence with the context of the first",
                        "oa:start 14 ; oa:end 35",
                        "oa:start 53 ; oa:end 74",
                        "paper/alpha/quotation/vision",
                        "ContextShape",
                        "🧱 named "),
                arguments(
                        "repeated words without context",
                        " oa:prefix \"🧱 named \" ; oa:suffix \". A few\" .",
                        " .",
                        "paper/alpha/quotation/vision",
                        "AmbiguityShape",
                        "a clear shared vision"),
                arguments(
                        "a suffix that does not follow",
                        "oa:suffix \". A few\"",
                        "oa:suffix \". A lot\"",
                        "paper/alpha/quotation/vision",
                        "ContextShape",
                        ". A lot"),
                arguments(
                        "a place behind the end of the text",
                        "oa:start 75 ; oa:end 85",
                        "oa:start 130 ; oa:end 140",
                        "paper/alpha/quotation/time",
                        "SliceShape",
                        "needs time"),
                arguments(
                        "an emoji cut in two",
                        "\"needs time\" .\n<#time-place> a oa:TextPositionSelector ; oa:start 75 ; oa:end 85",
                        "\"nurse 👩\" .\n<#time-place> a oa:TextPositionSelector ; oa:start 116 ; oa:end 123",
                        "paper/alpha/quotation/time",
                        "SliceShape",
                        "nurse 👩"),
                arguments(
                        "a place without words",
                        "<#time-words> , <#time-place> .",
                        "<#time-place> .",
                        "paper/alpha/quotation/time",
                        "QuotationShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "words without a place",
                        "<#time-words> , <#time-place> .",
                        "<#time-words> .",
                        "paper/alpha/quotation/time",
                        "QuotationShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "other words beside the right ones",
                        "<#time-words> , <#time-place> .",
                        "<#time-words> , <#time-place> , <#more> . <#more> oa:exact \"needs money\" .",
                        "paper/alpha/quotation/time",
                        "QuotationShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "another place beside the right one",
                        "<#time-words> , <#time-place> .",
                        "<#time-words> , <#time-place> , <#more> . <#more> oa:start 1 ; oa:end 4 .",
                        "paper/alpha/quotation/time",
                        "QuotationShape",
                        NO_TEXT_SHOWN),
                // Texts
                arguments(
                        "a quote from another paper's text",
                        "<paper/alpha/quotation/time> a quoin:Quotation ;\n    oa:hasSource <paper/alpha/text/1>",
                        "<paper/alpha/quotation/time> a quoin:Quotation ;\n    oa:hasSource <paper/beta/text/1>",
                        "paper/alpha/quotation/time",
                        "QuotationShape",
                        "needs time"),
                arguments(
                        "a quote from a text version that is not there",
                        "<paper/alpha/quotation/time> a quoin:Quotation ;\n    oa:hasSource <paper/alpha/text/1>",
                        "<paper/alpha/quotation/time> a quoin:Quotation ;\n    oa:hasSource <paper/alpha/text/2>",
                        "paper/alpha/quotation/time",
                        "QuotationShape",
                        "needs time"),
                arguments(
                        "another paper's quotation",
                        "quoin:evidencedBy <paper/alpha/quotation/time>",
                        "quoin:evidencedBy <paper/beta/quotation/time>",
                        "paper/beta/quotation/time",
                        "QuotationShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "a text that was changed under its old digest",
                        "quoin:text \"Staff",
                        "quoin:text \"Stuff",
                        "paper/alpha/text/1",
                        "TextShape",
                        "13432bb268aa396ee75e3e3678b80411592bee035e0b43645e3167f9724da900"),
                arguments(
                        "a length counted in UTF-16",
                        "quoin:codePointLength 136",
                        "quoin:codePointLength 139",
                        "paper/alpha/text/1",
                        "TextShape",
                        "139"),
                arguments(
                        "a second text",
                        "<study/alpha> a quoin:Study .",
                        """
                        <study/alpha> a quoin:Study .
                        <paper/alpha/text/2> a quoin:TextVersion ; prov:specializationOf <paper/alpha> ;
                            quoin:text "abc" ; quoin:codePointLength 3 ; quoin:sha256
                            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" .
                        """,
                        "paper/alpha",
                        "PaperShape",
                        NO_TEXT_SHOWN),
                // Items
                arguments(
                        "an item without a quote",
                        "quoin:evidencedBy <paper/alpha/quotation/vision> .",
                        "rdfs:comment \"no words\" .",
                        "item/alpha/vision",
                        "ItemShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "a finding with an illustration alone",
                        "quoin:evidencedBy <paper/alpha/quotation/time> ;\n    quoin:illustratedBy",
                        "quoin:illustratedBy <paper/alpha/quotation/time> ,",
                        "item/alpha/time",
                        "ItemShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "an item without a kind",
                        "<item/alpha/time> a quoin:Finding ;",
                        "<item/alpha/time>",
                        "item/alpha/time",
                        "ItemShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "an item of two kinds",
                        "a quoin:Enabler",
                        "a quoin:Enabler , quoin:Barrier",
                        "item/alpha/vision",
                        "KindShape",
                        "https://w3id.org/quoin/ns#Barrier"),
                arguments(
                        "two statements of one item",
                        "quoin:statement \"A vision that all share helps.\"",
                        "quoin:statement \"A vision that all share helps.\" , \"Visions help.\"",
                        "item/alpha/vision",
                        "ItemShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "an illustration in the author's voice",
                        "quoin:voice <https://w3id.org/quoin/scheme/voice/participant>",
                        "quoin:voice <https://w3id.org/quoin/scheme/voice/author>",
                        "item/alpha/time",
                        "IllustrationShape",
                        "https://w3id.org/quoin/scheme/voice/author"),
                arguments(
                        "an item that nobody coded",
                        "oa:hasBody <item/alpha/time>",
                        "oa:hasBody <item/alpha/vision>",
                        "item/alpha/time",
                        "CodingShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "acceptance that nobody decided",
                        """
                        oa:hasBody <item/alpha/time> ; oa:hasTarget <paper/alpha/quotation/time> ;
                            prov:wasAttributedTo <agent/coder> ;
                            quoin:curationState <https://w3id.org/quoin/scheme/curation-state/suggested>""",
                        """
                        oa:hasBody <item/alpha/time> ; oa:hasTarget <paper/alpha/quotation/time> ;
                            prov:wasAttributedTo <agent/coder> ;
                            quoin:curationState <https://w3id.org/quoin/scheme/curation-state/accepted>""",
                        "coding/alpha/time",
                        "AcceptedShape",
                        "coding/alpha/time"),
                // Terms and names
                arguments(
                        "an unknown property",
                        "quoin:statement",
                        "quoin:strength 5 ; quoin:statement",
                        "item/alpha/vision",
                        "NamespaceShape",
                        "https://w3id.org/quoin/ns#strength"),
                arguments(
                        "an unknown class",
                        "a quoin:Enabler",
                        "a quoin:Enabler , quoin:Hope",
                        "item/alpha/vision",
                        "NamespaceShape",
                        "https://w3id.org/quoin/ns#Hope"),
                arguments(
                        "an unknown concept",
                        "scheme/factor/shared-vision",
                        "scheme/factor/telepathy",
                        "item/alpha/vision",
                        "NamespaceShape",
                        "https://w3id.org/quoin/scheme/factor/telepathy"),
                arguments(
                        "a concept of another scheme",
                        "scheme/factor/shared-vision",
                        "scheme/level/team",
                        "item/alpha/vision",
                        "DeterminantShape",
                        "https://w3id.org/quoin/scheme/level/team"),
                arguments(
                        "a term of the ontology given another meaning",
                        "<study/alpha> a quoin:Study .",
                        "<study/alpha> a quoin:Study . quoin:Barrier rdfs:subClassOf quoin:Enabler .",
                        "https://w3id.org/quoin/ns#Barrier",
                        "NamespaceShape",
                        "https://w3id.org/quoin/ns#Barrier"),
                arguments(
                        "a concept given another name",
                        "<study/alpha> a quoin:Study .",
                        "<study/alpha> a quoin:Study . <https://w3id.org/quoin/scheme/level/team> rdfs:label \"x\" .",
                        "https://w3id.org/quoin/scheme/level/team",
                        "NamespaceShape",
                        "https://w3id.org/quoin/scheme/level/team"),
                arguments(
                        "an item outside the base",
                        "<item/alpha/time>",
                        "<https://example.org/time>",
                        "https://example.org/time",
                        "PlaceShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "an item of another paper",
                        "<item/alpha/time>",
                        "<item/beta/time>",
                        "item/beta/time",
                        "PlaceShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "something said of another paper's item",
                        "<study/alpha> a quoin:Study .",
                        "<study/alpha> a quoin:Study . <item/beta/time> quoin:statement \"Time is money.\" .",
                        "item/beta/time",
                        "PlaceShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "another paper",
                        "<study/alpha> a quoin:Study .",
                        "<study/alpha> a quoin:Study . <paper/beta> quoin:reportsStudy <study/alpha> .",
                        "paper/beta",
                        "PaperShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "a study outside the base",
                        "<study/alpha>",
                        "<https://example.org/study>",
                        "https://example.org/study",
                        "PlaceShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "a coder outside the base",
                        "<agent/coder>",
                        "<https://example.org/me>",
                        "https://example.org/me",
                        "PlaceShape",
                        NO_TEXT_SHOWN),
                arguments(
                        "a year that is none",
                        "dcterms:title \"Alpha\"",
                        "dcterms:issued \"n.d.\" ; dcterms:title \"Alpha\"",
                        "paper/alpha",
                        "PaperShape",
                        "n.d."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void whatIsWrongIsNamedAndChangesNothing(
            String name, String piece, String instead, String subject, String shape, String offending)
            throws IOException {
        List<Violation> violations = refused(put(AlphaPaper.ID, AlphaPaper.with(piece, instead)));

        assertThat(violations).as(name).anySatisfy(violation -> {
            assertThat(violation.subject()).isEqualTo(subject);
            assertThat(violation.shape()).isEqualTo(shape);
            assertThat(violation.message()).isNotBlank();
            assertThat(violation.offending()).isEqualTo(offending.equals(NO_TEXT_SHOWN) ? null : offending);
        });
        assertThat(StoreState.of(store, folder))
                .as("the base after the refusal")
                .isEqualTo(before);
    }

    private static Change put(PaperId paper, Graph content) {
        return new Change(IRIS).put(paper, content);
    }

    private List<Violation> refused(Change change) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> store.apply(change));
        assertThat(refusal).as("the refusal").isNotNull();
        return assertThat(refusal.problem())
                .asInstanceOf(type(Problem.Invalid.class))
                .actual()
                .violations();
    }
}
