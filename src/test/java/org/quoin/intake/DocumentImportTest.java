// Papers in files of their own, through the whole product: text, parts and metadata in the base, evidence
// anchored in them, and a line in the report for each file.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.quoin.app.Homes;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Duplicate;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.Progress;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.TextPart;
import org.quoin.text.Section;

class DocumentImportTest extends ImportTest {
    private static final Path CORPORA = Homes.ROOT.resolve("../shared/corpora");

    private static final String ARTICLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" xml:lang="en">
              <front>
                <journal-meta><journal-title-group><journal-title>Journal of Rounds</journal-title></journal-title-group></journal-meta>
                <article-meta>
                  <article-id pub-id-type="doi">10.1000/ROUNDS.7</article-id>
                  <article-id pub-id-type="pmid">123456</article-id>
                  <title-group><article-title>Joint rounds in 🧱 wards</article-title></title-group>
                  <contrib-group><contrib contrib-type="author"><name><surname>Okafor</surname><given-names>Ada</given-names></name></contrib></contrib-group>
                  <pub-date pub-type="epub"><year>2019</year></pub-date>
                  <volume>4</volume><issue>2</issue><fpage>11</fpage><lpage>19</lpage>
                  <permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Open.</license-p></license></permissions>
                  <abstract><p>Joint rounds were tried.</p></abstract>
                  <kwd-group><kwd>rounds</kwd><kwd>integration</kwd></kwd-group>
                </article-meta>
              </front>
              <body>
                <sec sec-type="methods"><title>Methods</title><p>We interviewed nurses.</p></sec>
                <sec sec-type="results"><title>Results</title><p>Nurses named trust.</p>
                  <disp-quote><p>We had three managers in two years.</p></disp-quote>
                  <sec><title>Time</title><p>Time was short.</p></sec></sec>
              </body>
            </article>
            """;

    @Test
    void anArticleComesWithItsTextItsPartsAndWhatItsFileSays() throws IOException {
        Files.writeString(folder.resolve("Rounds (final).xml"), ARTICLE);

        Imported line = (Imported) importAll(folder).lines().getFirst();

        assertThat(line.papers()).containsExactly(new PaperId("rounds-final"));
        PaperRecord record = quoin.paper(new PaperId("rounds-final"));
        assertThat(record.paper().title()).isEqualTo("Joint rounds in 🧱 wards");
        assertThat(record.paper().authors()).containsExactly("Ada Okafor");
        assertThat(record.paper().year()).isEqualTo(2019);
        assertThat(record.paper().doi()).isEqualTo("10.1000/rounds.7");
        assertThat(record.paper().type()).isEqualTo("article");
        assertThat(record.paper().publication()).satisfies(publication -> {
            assertThat(publication.container()).isEqualTo("Journal of Rounds");
            assertThat(publication.volume()).isEqualTo("4");
            assertThat(publication.issue()).isEqualTo("2");
            assertThat(publication.pages()).isEqualTo("11-19");
            assertThat(publication.pmid()).isEqualTo("123456");
            assertThat(publication.keywords()).containsExactly("integration", "rounds");
            assertThat(publication.licence()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        });
        assertThat(record.sections()).extracting(Section::heading).contains("Methods", "Results", "Time");
        assertThat(record.sections())
                .filteredOn(section -> section.heading().equals("Results"))
                .singleElement()
                .satisfies(results -> assertThat(record.text().slice(results.body()))
                        .contains("Nurses named trust.", "three managers")
                        .doesNotContain("Time was short"));
        assertThat(record.parts())
                .filteredOn(part -> part.isA("http://purl.org/spar/doco/BlockQuotation"))
                .extracting(part -> record.text().slice(part.span()))
                .containsExactly("We had three managers in two years.");
        assertThat(record.parts())
                .filteredOn(part -> part.isA("http://purl.org/spar/deo/Methods"))
                .hasSize(1);
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void evidenceQuotesFromAnArticleAndTakesItsMetadata() throws IOException {
        Files.writeString(folder.resolve("rounds.xml"), ARTICLE);
        Files.writeString(folder.resolve("evidence.yaml"), """
                quoin: 1
                paper: rounds
                text: rounds.xml
                coded-by: {id: tester, name: A tester, type: person}
                evidence:
                  - kind: enabler
                    factor: trust
                    quote: Nurses named trust.
                """);

        ImportReport report = importAll(folder);

        assertThat(report.lines())
                .as("the article itself is what the evidence quotes")
                .hasSize(1);
        assertThat(report.rejected()).as("%s", report.lines()).isZero();
        PaperRecord record = quoin.paper(new PaperId("rounds"));
        assertThat(record.paper().title()).isEqualTo("Joint rounds in 🧱 wards");
        EvidenceItem item = record.items().getFirst();
        assertThat(record.text().slice(item.quotations().getFirst().span())).isEqualTo("Nurses named trust.");
        assertThat(quoin.documents(record).getFirst().section()).isEqualTo("Results");
    }

    @Test
    void aSecondRunDoesNothingAndOneBadFileStopsNothing() throws IOException {
        Files.writeString(folder.resolve("a.xml"), ARTICLE);
        Files.writeString(folder.resolve("broken.xml"), ARTICLE.substring(0, ARTICLE.length() / 2));
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        Files.writeString(folder.resolve(".hidden"), "nothing");

        ImportReport first = importAll(folder);
        ImportReport second = importAll(folder);

        assertThat(first.imported()).isEqualTo(1);
        assertThat(first.lines())
                .filteredOn(Rejected.class::isInstance)
                .extracting(line -> ((Rejected) line).reason())
                .satisfiesExactly(
                        broken -> assertThat(broken).contains("broken.xml").containsPattern("line \\d+"),
                        picture -> assertThat(picture).contains("picture.png").contains("PNG image"));
        assertThat(second.lines().getFirst())
                .isInstanceOfSatisfying(
                        Imported.class, line -> assertThat(line.effect()).isEqualTo(Effect.UNCHANGED));
    }

    @Test
    void aPaperUnderAnotherNameIsToldToBeADuplicate() throws IOException {
        Files.writeString(folder.resolve("a.xml"), ARTICLE);
        Files.writeString(folder.resolve("b.xml"), ARTICLE.replace("Time was short.", "Time was very short."));
        Files.writeString(folder.resolve("c.txt"), "Staff drank tea.");
        Files.writeString(folder.resolve("d.txt"), "\uFEFFStaff drank tea.");

        ImportReport report = importAll(folder);
        ImportReport again = importAll(folder);

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.rejected()).isZero();
        assertThat(report.lines())
                .filteredOn(Duplicate.class::isInstance)
                .map(Duplicate.class::cast)
                .satisfiesExactly(
                        byDoi -> {
                            assertThat(byDoi.file()).endsWith("b.xml");
                            assertThat(byDoi.of()).containsExactly(new PaperId("a"));
                            assertThat(byDoi.by()).containsExactly("doi 10.1000/rounds.7");
                        },
                        byText -> {
                            assertThat(byText.of()).containsExactly(new PaperId("c"));
                            assertThat(byText.by().getFirst()).startsWith("sha256 ");
                        });
        assertThat(again.lines())
                .filteredOn(Duplicate.class::isInstance)
                .as("d.txt is known by now as a file of the text of c")
                .hasSize(1);
        assertThat(quoin.papers()).hasSize(2);
    }

    @Test
    void realArticlesComeInWholeAndStayValid() throws IOException {
        Path corpus = CORPORA.resolve("jats-qualitative");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "skipped: ../shared/corpora is not there");
        List<Path> articles;
        try (var files = Files.list(corpus)) {
            articles = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }

        ImportReport report = quoin.importFiles(articles, Progress.NONE);

        assertThat(report.rejected()).as("%s", report.lines()).isZero();
        assertThat(quoin.papers()).hasSize(articles.size());
        for (var summary : quoin.papers()) {
            PaperRecord record = quoin.paper(summary.id());
            assertThat(record.paper().title()).as("%s", summary.id()).isNotBlank();
            assertThat(record.sections()).as("%s", summary.id()).isNotEmpty();
            assertThat(record.parts())
                    .as("%s", summary.id())
                    .extracting(TextPart::span)
                    .allSatisfy(span -> assertThat(span.end())
                            .isLessThanOrEqualTo(record.text().codePointLength()));
        }
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    /// Three publishers' collections of odd files: articles, records, packing lists of manuscript packages.
    @Test
    void ofTheOddFilesOnlyTheTwoThatAreBrokenAreRejected() throws IOException {
        Path corpus = CORPORA.resolve("jats-odd");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "skipped: ../shared/corpora is not there");
        List<Path> files;
        try (var walk = Files.walk(corpus)) {
            files = walk.filter(file -> file.toString().matches(".*[.](xml|nxml)"))
                    .sorted()
                    .toList();
        }

        ImportReport report = quoin.importFiles(files, Progress.NONE);

        assertThat(report.lines()).hasSize(107);
        assertThat(report.lines())
                .filteredOn(Rejected.class::isInstance)
                .hasSize(2)
                .allSatisfy(line -> assertThat(((Rejected) line).reason())
                        .contains(line.file())
                        .contains("line"));
        assertThat(report.lines())
                .filteredOn(
                        line -> line instanceof Imported done && done.papers().isEmpty())
                .as("packing lists, told as such")
                .hasSize(24)
                .allSatisfy(
                        line -> assertThat(((Imported) line).notes().getFirst()).contains("no paper in it"));
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    private ImportReport importAll(Path path) throws IOException {
        return quoin.importFiles(List.of(path), Progress.NONE);
    }
}
