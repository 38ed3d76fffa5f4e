// The rules by which a JATS article becomes text, each on the smallest article that shows it.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quoin.intake.document.Metadata.Author;

class JatsReaderTest {
    @Test
    void aSectionsLabelStandsBeforeItsHeadingAndBothInside() {
        ReadDocument document = inResults("<p>One.</p><sec><title>Nested</title><p>Two.</p></sec>");

        assertThat(document.text().value()).isEqualTo("3. What people said\n\nOne.\n\nNested\n\nTwo.");
        Part section = document.parts().getFirst();
        assertThat(section.kind()).isEqualTo(PartKind.SECTION);
        assertThat(section.roles()).isEqualTo(Set.of(Role.RESULTS));
        assertThat(section.label()).isEqualTo("3.");
        assertThat(document.heading(section)).contains("What people said");
        assertThat(section.span().start()).isZero();
        assertThat(document.at(document.text().value().indexOf("Two")))
                .extracting(Part::kind)
                .containsExactly(PartKind.SECTION, PartKind.SECTION, PartKind.PARAGRAPH);
    }

    @Test
    void aQuoteInsideAParagraphIsAPartOfIt() {
        ReadDocument document = inResults(
                "<p>She said: <disp-quote><p>We were <bold>never</bold> asked.</p><attrib>Nurse 4</attrib></disp-quote>"
                        + " Others agreed.</p>");

        assertThat(document.text().value())
                .endsWith("\n\nShe said:\n\nWe were never asked.\n\nNurse 4\n\nOthers agreed.");
        Part quote = document.allParts(PartKind.BLOCK_QUOTE).findFirst().orElseThrow();
        assertThat(document.text().slice(quote.span())).isEqualTo("We were never asked.\n\nNurse 4");
        assertThat(quote.participantVoice()).isTrue();
        assertThat(document.at(quote.span().start()))
                .extracting(Part::kind)
                .containsExactly(PartKind.SECTION, PartKind.PARAGRAPH, PartKind.BLOCK_QUOTE, PartKind.PARAGRAPH);
    }

    @Test
    void aQuoteInTheIntroductionIsNobodysWhoTookPart() {
        ReadDocument document = Documents.read(
                "a.xml",
                "<article><body><sec><title>Introduction</title><disp-quote><p>All happy families.</p></disp-quote>"
                        + "</sec></body></article>");

        assertThat(document.allParts(PartKind.BLOCK_QUOTE)).noneMatch(Part::participantVoice);
    }

    @Test
    void raisedMarksAreLeftOutAndCountedButCitationsInTheLineStay() {
        ReadDocument document = inResults("""
                <p>In 2004<sup><xref ref-type="bibr" rid="a">10</xref>,<xref ref-type="bibr" rid="b">11</xref></sup>
                it rose [<xref ref-type="bibr" rid="c">3</xref>] by 10<sup>3</sup> m<sup>2</sup>,
                H<sub>2</sub>O<xref ref-type="fn" rid="f">*</xref>; see <xref ref-type="fig" rid="g">Fig. 2</xref>.</p>""");

        assertThat(document.text().value()).endsWith("In 2004 it rose [3] by 103 m2, H2O; see Fig. 2.");
        assertThat(Documents.count(document, Note.What.REFERENCE_MARK)).isEqualTo(2);
    }

    @Test
    void aFootnoteFollowsTheBlockThatHasItsMark() {
        ReadDocument document =
                inResults("<p>Further<fn><label>1</label><p>A note.</p></fn> thoughts.</p><p>Next.</p>");

        assertThat(document.text().value()).endsWith("Further thoughts.\n\n1 A note.\n\nNext.");
        assertThat(Documents.words(document, PartKind.FOOTNOTE)).containsExactly("1 A note.");
    }

    @Test
    void tablesKeepTheirRowsAndCells() {
        ReadDocument document = inResults("""
                <table-wrap><label>Table 1</label><caption><title>Who took part</title></caption>
                <alternatives><graphic/><table><thead><tr><th/><th>Nurses</th></tr></thead>
                <tbody><tr><td>Ward <break/>A</td><td>12<xref ref-type="table-fn" rid="x">a</xref></td></tr></tbody>
                </table></alternatives><table-wrap-foot><fn><label>a</label><p>One left.</p></fn></table-wrap-foot>
                </table-wrap>""");

        assertThat(document.text().value()).endsWith("Table 1 Who took part\n\n\tNurses\nWard A\t12\n\na One left.");
        assertThat(Documents.words(document, PartKind.TABLE)).containsExactly("Nurses\nWard A\t12");
        assertThat(Documents.words(document, PartKind.CAPTION)).containsExactly("Who took part");
        assertThat(document.allParts(PartKind.TABLE_BOX))
                .extracting(Part::label)
                .containsExactly("Table 1");
    }

    @Test
    void whatIsNoTextIsNoted() {
        ReadDocument document = inResults("""
                <fig><label>Fig. 1</label><caption><p>The model.</p></caption><graphic/></fig>
                <table-wrap><label>Table 9</label><graphic/></table-wrap>
                <p>Where <inline-formula><alternatives><tex-math>\\documentclass x</tex-math>
                <mml:math><mml:mi>a</mml:mi><mml:mo>=</mml:mo><mml:mi>b</mml:mi></mml:math></alternatives></inline-formula>
                and <inline-formula><inline-graphic/></inline-formula>.</p>""");

        assertThat(document.text().value()).endsWith("Fig. 1 The model.\n\nTable 9\n\nWhere a=b and .");
        assertThat(document.notes())
                .contains(
                        new Note(Note.What.FIGURE, 1, "Fig. 1"),
                        new Note(Note.What.TABLE, 1, "Table 9"),
                        new Note(Note.What.FORMULA_LAYOUT, 1, "What people said"),
                        new Note(Note.What.IMAGE, 1, "What people said"));
    }

    @Test
    void listsAndDefinitionsAndSpeech() {
        ReadDocument document = inResults("""
                <list><list-item><label>1)</label><p>First</p></list-item><list-item><p>Second</p>
                <list><list-item><p>Inner</p></list-item></list></list-item></list>
                <def-list><def-item><term>GP</term><def><p>General practitioner</p></def></def-item></def-list>
                <speech><speaker>Int:</speaker><p>And then?</p></speech>""");

        assertThat(document.text().value())
                .endsWith("1) First\n\nSecond\n\nInner\n\nGP General practitioner\n\nInt: And then?");
        assertThat(Documents.words(document, PartKind.LIST_ITEM))
                .containsExactly("1) First", "Second\n\nInner", "Inner", "GP General practitioner");
    }

    @Test
    void anotherArticleInsideIsNotedAndNotMixedIn() {
        ReadDocument document = Documents.read("a.xml", """
                <article><body><p>Ours.</p></body><sub-article article-type="reply"><front-stub><title-group>
                <article-title>Author response</article-title></title-group></front-stub><body><p>Theirs.</p></body>
                </sub-article></article>""");

        assertThat(document.text().value()).isEqualTo("Ours.");
        assertThat(document.notes()).containsExactly(new Note(Note.What.SUB_ARTICLE, 1, "Author response"));
    }

    @Test
    void metadataIsWhatTheFileSaysAndNoMore() {
        Metadata metadata = Documents.read("a.xml", """
                        <article article-type="research-article" xml:lang="en"><front><journal-meta><journal-title-group>
                        <journal-title>BMC X</journal-title></journal-title-group><issn>1472-6874</issn></journal-meta>
                        <article-meta><article-id pub-id-type="doi">https://doi.org/10.1186/s12905-015-0263-5</article-id>
                        <article-id pub-id-type="pmc">4659205</article-id>
                        <title-group><article-title>A title<xref ref-type="fn">*</xref></article-title></title-group>
                        <contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid"
                        >https://orcid.org/0000-0002-1825-0097</contrib-id><name><surname>O’Hara</surname>
                        <given-names>M W</given-names></name></contrib>
                        <contrib contrib-type="author"><collab>The Group<contrib-group><contrib><name><surname>Hidden</surname>
                        </name></contrib></contrib-group></collab></contrib>
                        <contrib contrib-type="editor"><name><surname>Not</surname></name></contrib></contrib-group>
                        <pub-date pub-type="pmc-release"><year>2013</year></pub-date>
                        <pub-date pub-type="collection"><year>2015</year></pub-date>
                        <pub-date pub-type="epub"><day>24</day><month>11</month><year>2015</year></pub-date>
                        <volume>15</volume><fpage>1</fpage><lpage>9</lpage>
                        <kwd-group><kwd>Postnatal</kwd><kwd>South Asian</kwd></kwd-group>
                        <abstract><p>Short.</p></abstract></article-meta></front>
                        <back><ref-list><ref><label>1</label><mixed-citation>Smith J. <article-title>On care</article-title>.
                        <source>Lancet</source> <year>2001a</year>;<pub-id pub-id-type="pmid">11</pub-id></mixed-citation></ref>
                        </ref-list></back></article>""").metadata();

        assertThat(metadata.title()).isEqualTo("A title");
        assertThat(metadata.authors())
                .containsExactly(
                        new Author.Person("O’Hara", "M W", null, "0000-0002-1825-0097"),
                        new Author.Collective("The Group"));
        assertThat(metadata.publication())
                .isEqualTo(new Metadata.Publication("BMC X", "15", null, "1-9", null, new Metadata.Date(2015, 11, 24)));
        assertThat(metadata.identifiers())
                .isEqualTo(new Metadata.Identifiers(
                        "10.1186/s12905-015-0263-5", null, "PMC4659205", List.of("1472-6874"), List.of()));
        assertThat(metadata.language()).isEqualTo("en");
        assertThat(metadata.keywords()).containsExactly("Postnatal", "South Asian");
        assertThat(metadata.licence()).isNull();
        assertThat(metadata.references())
                .containsExactly(new Metadata.Reference(
                        "1", "Smith J. On care. Lancet 2001a; 11", "On care", List.of(), "Lancet", 2001, null, "11"));
    }

    @Test
    void charactersNamedByTheDtdAreKnownWithoutIt() {
        ReadDocument document = Documents.read("a.xml", """
                <!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "http://example.invalid/JATS.dtd" [
                <!ENTITY local "its own">]>
                <article><body><p title="&beta;">&alpha;&plus;&agr;&THgr; &lsqb;&NotEqualTilde;&rsqb; &local; &madeup;</p>
                </body></article>""");

        assertThat(document.text().value()).isEqualTo("α+αΘ [≂̸] its own &madeup;");
        assertThat(document.notes()).containsExactly(new Note(Note.What.UNKNOWN_CHARACTER, 1, "&madeup;"));
    }

    @Test
    void aCollectionGivesEachArticle() {
        Reading reading = new DocumentReaders(ReadLimits.DEFAULT, List.of())
                .read(Source.of(
                        "a.xml",
                        "<pmc-articleset><article><body><p>One</p></body></article><article><body><p>Two</p></body></article></pmc-articleset>"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(((Reading.Documents) reading).documents())
                .extracting(document -> document.text().value())
                .containsExactly("One", "Two");
    }

    private static ReadDocument inResults(String content) {
        return Documents.read("a.xml", """
                <article xmlns:mml="http://www.w3.org/1998/Math/MathML"><body>
                <sec sec-type="results"><label>3.</label><title>What <italic>people</italic> said</title>%s</sec>
                </body></article>""".formatted(content));
    }
}
