// PubMed records, as XML.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quoin.intake.document.Metadata.Author;

class PubmedReaderTest {
    @Test
    void aRecordsLabelsAreTheHeadingsOfItsAbstract() {
        Reading reading = new DocumentReaders(ReadLimits.DEFAULT, List.of())
                .read(Source.of("a.xml", """
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

        List<ReadDocument> documents = ((Reading.Records) reading).documents();
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
    void aBookHasItsTitleAndAChapterThatOfItsBookBesideIt() {
        Reading.Records reading = read("""
                <PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>20301295</PMID><Book><Publisher>
                <PublisherName>University Press</PublisherName></Publisher><BookTitle>Reviews of Genes</BookTitle>
                <PubDate><Year>1993</Year></PubDate><AuthorList Type="editors"><Author><LastName>Adam</LastName>
                </Author></AuthorList><Isbn>9780000000002</Isbn></Book><ArticleTitle>One gene</ArticleTitle>
                <Language>eng</Language><AuthorList Type="authors"><Author><LastName>Bell</LastName><ForeName>Ann</ForeName>
                </Author></AuthorList><Abstract><AbstractText Label="Diagnosis">It is seen.</AbstractText></Abstract>
                </BookDocument></PubmedBookArticle>
                <PubmedBookArticle><BookDocument><PMID>2</PMID><Book><BookTitle>A guideline</BookTitle><AuthorList>
                <Author><CollectiveName>The Centre</CollectiveName></Author></AuthorList></Book></BookDocument>
                </PubmedBookArticle></PubmedArticleSet>""");

        ReadDocument chapter = reading.documents().getFirst();
        assertThat(chapter.text().value()).isEqualTo("One gene\n\nDiagnosis\n\nIt is seen.");
        assertThat(chapter.metadata().publication().container()).isEqualTo("Reviews of Genes");
        assertThat(chapter.metadata().publication().publisher()).isEqualTo("University Press");
        assertThat(chapter.metadata().authors()).containsExactly(new Author.Person("Bell", "Ann", null, null));
        assertThat(chapter.metadata().identifiers().isbns()).containsExactly("9780000000002");
        ReadDocument book = reading.documents().get(1);
        assertThat(book.metadata().title()).isEqualTo("A guideline");
        assertThat(book.metadata().publication().container()).isNull();
        assertThat(book.metadata().authors()).containsExactly(new Author.Collective("The Centre"));
    }

    @Test
    void aRecordWithoutWordsIsLeftOutAndNamed() {
        Reading.Records reading = read("""
                <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article/></MedlineCitation></PubmedArticle>
                <PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ArticleTitle>Kept</ArticleTitle>
                <GrantList><Grant/></GrantList></Article><ChemicalList><Chemical/></ChemicalList>
                <MeshHeadingList><MeshHeading/><MeshHeading/></MeshHeadingList></MedlineCitation></PubmedArticle>
                </PubmedArticleSet>""");

        assertThat(reading.documents()).hasSize(1);
        assertThat(reading.notes())
                .containsExactly(
                        new Note(Note.What.RECORD_WITHOUT_WORDS, 1, "record 1: PMID 1"),
                        new Note(Note.What.RECORD_WITHOUT_ABSTRACT, 1, ""),
                        new Note(Note.What.RECORD_FIELD, 1, "Grant"),
                        new Note(Note.What.INDEX_TERM, 3, "MeSH; Chemical"));
        assertThat(Documents.problem(
                                "a.xml",
                                "<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>"
                                        .getBytes(StandardCharsets.UTF_8))
                        .detail())
                .isEqualTo("a.xml holds 1 record in PubMed XML, none with a title or an abstract: record 1");
    }

    private static Reading.Records read(String xml) {
        return (Reading.Records) new DocumentReaders(ReadLimits.DEFAULT, List.of())
                .read(Source.of("a.xml", xml.getBytes(StandardCharsets.UTF_8)));
    }
}
