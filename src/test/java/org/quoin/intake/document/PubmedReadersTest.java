// PubMed records, as XML and in MEDLINE's tagged format.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quoin.intake.document.Metadata.Author;

class PubmedReadersTest {
    @Test
    void aRecordsLabelsAreTheHeadingsOfItsAbstract() {
        Reading reading =
                new DocumentReaders(ReadLimits.DEFAULT).read(Source.of("a.xml", """
                        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://x.invalid/p.dtd">
                        <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>29768149</PMID><Article>
                        <Journal><ISSN>1533-4406</ISSN><JournalIssue><Volume>378</Volume><PubDate><Year>2018</Year><Month>May</Month>
                        <Day>17</Day></PubDate></JournalIssue><Title>The Journal</Title></Journal>
                        <ArticleTitle>As-needed <i>budesonide</i>.</ArticleTitle>
                        <ELocationID EIdType="doi">10.1056/NEJMoa1715274</ELocationID>
                        <Abstract><AbstractText Label="WHAT WE DID" NlmCategory="METHODS">We asked H<sub>2</sub>O.</AbstractText>
                        <AbstractText Label="RESULTS">They told.</AbstractText></Abstract>
                        <AuthorList><Author><LastName>O'Byrne</LastName><ForeName>Paul M</ForeName></Author>
                        <Author><CollectiveName>The Group</CollectiveName></Author></AuthorList>
                        <Language>eng</Language></Article></MedlineCitation></PubmedArticle>
                        <PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ArticleTitle>No abstract</ArticleTitle></Article>
                        </MedlineCitation></PubmedArticle></PubmedArticleSet>""".getBytes(StandardCharsets.UTF_8)));

        List<ReadDocument> documents = ((Reading.Documents) reading).documents();
        assertThat(documents)
                .extracting(document -> document.text().value())
                .containsExactly(
                        "As-needed budesonide.\n\nWHAT WE DID\n\nWe asked H2O.\n\nRESULTS\n\nThey told.",
                        "No abstract");
        ReadDocument first = documents.getFirst();
        assertThat(first.allParts(PartKind.SECTION))
                .extracting(Part::roles)
                .containsExactly(Set.of(Role.METHODS), Set.of(Role.RESULTS));
        assertThat(first.metadata().authors())
                .containsExactly(
                        new Author.Person("O'Byrne", "Paul M", null, null), new Author.Collective("The Group"));
        assertThat(first.metadata().identifiers().doi()).isEqualTo("10.1056/NEJMoa1715274");
        assertThat(first.metadata().identifiers().pmid()).isEqualTo("29768149");
        assertThat(first.metadata().language()).isEqualTo("en");
        assertThat(first.metadata().publication().date()).isEqualTo(new Metadata.Date(2018, 5, 17));
        assertThat(documents.get(1).metadata().publication()).isEqualTo(Metadata.Publication.NONE);
    }

    @Test
    void nbibRecordsAreDivided() {
        Reading reading = new DocumentReaders(ReadLimits.DEFAULT)
                .read(Source.of("x", """
                        PMID- 26603604
                        TI  - Group psychological intervention for postnatal depression: a nested
                              qualitative study.
                        AB  - BACKGROUND: Postnatal depression affects many. METHODS: We asked 17 women: all
                              came. RESULTS AND DISCUSSION: They told us.
                        FAU - Masood, Yumna
                        FAU - Lovell, Karina
                        LA  - eng
                        JT  - BMC women's health
                        DP  - 2015 Nov 24
                        LID - 10.1186/s12905-015-0263-5 [doi]

                        PMID- 2
                        TI  - Second
                        """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));

        List<ReadDocument> documents = ((Reading.Documents) reading).documents();
        ReadDocument first = documents.getFirst();
        assertThat(first.format()).isEqualTo("MEDLINE (nbib)");
        assertThat(first.text().value()).isEqualTo("""
                        Group psychological intervention for postnatal depression: a nested qualitative study.

                        BACKGROUND:

                        Postnatal depression affects many.

                        METHODS:

                        We asked 17 women: all came.

                        RESULTS AND DISCUSSION:

                        They told us.""");
        assertThat(first.allParts(PartKind.SECTION))
                .extracting(Part::roles)
                .containsExactly(Set.of(Role.BACKGROUND), Set.of(Role.METHODS), Set.of(Role.RESULTS, Role.DISCUSSION));
        assertThat(first.metadata().identifiers().doi()).isEqualTo("10.1186/s12905-015-0263-5");
        assertThat(first.metadata().authors().getFirst()).isEqualTo(new Author.Person("Masood", "Yumna", null, null));
        assertThat(documents.get(1).text().value()).isEqualTo("Second");
    }
}
