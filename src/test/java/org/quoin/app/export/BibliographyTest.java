// Bibliographies in RIS and BibTeX: what they hold, and that what is written can be read again as it was.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quoin.app.Homes;
import org.quoin.app.ImportReport;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.model.Paper;
import org.quoin.model.Publication;

class BibliographyTest {
    /// What makes trouble in one of the two forms or in both.
    private static final List<String> AWKWARD = List.of(
            "\\",
            "{",
            "}",
            "$",
            "%",
            "&",
            "#",
            "_",
            "~",
            "^",
            "--",
            "---",
            "``",
            "''",
            "\"",
            "<",
            ">",
            "@",
            "=",
            ",",
            ";",
            ":",
            "(",
            ")",
            "[",
            "]",
            "😀",
            "𝔄",
            "é",
            "ß",
            "Łódź",
            "日本語",
            "İ",
            "NHS",
            "mRNA",
            "α-β",
            "and",
            "And",
            "O’Brien",
            "the",
            "A",
            "care",
            "wards",
            "\\textit{x}",
            "$x^2$",
            "@article{x,",
            "TY  - JOUR",
            "ER  -",
            "%0",
            "10%",
            "R&D",
            "C#",
            "a_b",
            "x\ny",
            "don't",
            "{nested {braces}}",
            "}{",
            "\\'e",
            "-",
            "–",
            "—",
            "/",
            "?",
            "!");

    @TempDir
    Path folder;

    private Quoin quoin;

    @BeforeEach
    void open(@TempDir Path home) {
        quoin = Homes.empty(home);
    }

    @AfterEach
    void close() {
        quoin.close();
    }

    @Test
    void aPaperIsAnEntryWithEverythingThatIsKnownOfIt() throws IOException {
        write("rounds", """
                <article-id pub-id-type="doi">10.1000/ROUNDS_7</article-id>
                <article-id pub-id-type="pmid">123456</article-id><article-id pub-id-type="pmcid">PMC7654321</article-id>
                <title-group><article-title>The NHS at 70: mRNA &amp; 5% {more}</article-title></title-group>
                <contrib-group><contrib contrib-type="author"><name><surname>van der Berg</surname><given-names>Jan J.</given-names>
                <suffix>Jr</suffix></name></contrib><contrib contrib-type="author"><collab>Ministry of Health, Malawi</collab></contrib>
                </contrib-group><pub-date pub-type="epub"><year>2019</year></pub-date><volume>4</volume><issue>2</issue>
                <fpage>11</fpage><lpage>19</lpage><abstract><sec><title>Methods</title><p>We asked.</p></sec>
                <sec><title>Results</title><p>They told.</p></sec></abstract>
                <kwd-group><kwd>rounds</kwd><kwd>wards, acute</kwd></kwd-group>""");
        importAll();

        assertThat(exported(ExportFormat.RIS))
                .isEqualTo("""
                TY  - JOUR
                AU  - van der Berg, Jan J., Jr
                AU  - Ministry of Health,, Malawi
                PY  - 2019
                TI  - The NHS at 70: mRNA & 5% {more}
                T2  - Journal of Rounds
                VL  - 4
                IS  - 2
                SP  - 11
                EP  - 19
                DO  - 10.1000/rounds_7
                AN  - 123456
                DB  - PubMed
                C2  - PMC7654321
                LA  - en
                KW  - rounds
                KW  - wards, acute
                AB  - Methods We asked. Results They told.
                ID  - rounds
                ER  -\s

                """.replace("ER  - \n\n", "ER  - \n").replace("\n", "\r\n") + "\n");
        assertThat(exported(ExportFormat.BIBTEX)).isEqualTo("""
                % The bibliography of papers in a Quoin base. Their evidence, texts and syntheses are left out.

                @article{vanderberg2019nhs,
                  author = {van der Berg, Jr, Jan J. and {Ministry of Health, Malawi}},
                  title = {The {NHS} at 70: {mRNA} \\& 5\\% \\textbraceleft{}more\\textbraceright{}},
                  year = {2019},
                  journal = {Journal of Rounds},
                  volume = {4},
                  number = {2},
                  pages = {11--19},
                  doi = {10.1000/rounds_7},
                  pmid = {123456},
                  pmcid = {PMC7654321},
                  language = {en},
                  keywords = {rounds, {wards, acute}},
                  abstract = {Methods We asked. Results They told.}
                }

                """);
    }

    @Test
    void citationKeysAreUnique() throws IOException {
        for (int i = 1; i <= 30; i++) {
            write("paper-" + (i + 10), """
                    <title-group><article-title>On the care of wards %d</article-title></title-group><contrib-group>
                    <contrib contrib-type="author"><name><surname>Öz-Łoś</surname><given-names>A</given-names></name></contrib>
                    </contrib-group><pub-date><year>2019</year></pub-date>""".formatted(i));
        }
        importAll();

        List<String> keys = exported(ExportFormat.BIBTEX)
                .lines()
                .filter(line -> line.startsWith("@"))
                .map(line -> line.replaceAll("@\\w+\\{|,", ""))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(30);
        assertThat(keys.getFirst()).isEqualTo("ozos2019care");
        assertThat(keys).contains("ozos2019carea", "ozos2019carez", "ozos2019careaa");
    }

    @Test
    void theShippedStudiesSayThatTheyAreFictionalAndTheirAbstractIsWhole() throws IOException {
        quoin.loadShippedDataIfNew(true, Progress.NONE);

        String ris = exported(ExportFormat.RIS);
        assertThat(ris).contains("N1  - Fictional: written for demonstration\r\n");
        assertThat(exported(ExportFormat.BIBTEX)).contains("note = {Fictional: written for demonstration}");
        assertThat(ris.split("TY  - ", -1)).hasSize(8);
        assertThat(ris).contains("AB  - Introduction");
    }

    /// `-Dquoin.seed=...` repeats a run.
    @ParameterizedTest
    @EnumSource(names = {"RIS", "BIBTEX"})
    void whatIsWrittenIsReadAgainAsItWas(ExportFormat format, @TempDir Path elsewhere) throws IOException {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        System.out.println("BibliographyTest: -Dquoin.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            write("paper-" + i, article(random, i));
        }
        importAll();
        Path file = Files.writeString(folder.resolve("written"), exported(format));

        Map<String, Paper> read = new TreeMap<>();
        try (Quoin other = Homes.empty(elsewhere)) {
            assertThat(other.importFiles(List.of(file), Progress.NONE).rejected())
                    .isZero();
            other.papers().forEach(summary -> {
                Paper paper = other.paper(summary.id()).paper();
                read.put(String.valueOf(paper.doi()), paper);
            });
        }

        for (var summary : quoin.papers()) {
            Paper paper = quoin.paper(summary.id()).paper();
            assertThat(facts(read.get(String.valueOf(paper.doi()))))
                    .as("%s, -Dquoin.seed=%s", paper.id(), seed)
                    .isEqualTo(facts(paper));
        }
    }

    /// All that a bibliography carries.
    private static List<@Nullable Object> facts(@Nullable Paper paper) {
        if (paper == null) {
            return List.of();
        }
        Publication publication = paper.publication();
        List<@Nullable Object> facts = new ArrayList<>();
        facts.add(normal(paper.title()));
        facts.add(paper.authors().stream().map(BibliographyTest::normal).toList());
        facts.add(paper.year());
        facts.add(paper.doi());
        facts.add(paper.language());
        facts.add(normal(publication.container()));
        facts.add(publication.volume());
        facts.add(publication.issue());
        facts.add(publication.pages());
        facts.add(publication.pmid());
        facts.add(publication.pmcid());
        facts.add(publication.keywords().stream()
                .map(BibliographyTest::normal)
                .sorted()
                .toList());
        return facts;
    }

    /// White space is one space in a bibliography, and characters are composed.
    private static @Nullable String normal(@Nullable String words) {
        return words == null
                ? null
                : Normalizer.normalize(words, Normalizer.Form.NFC)
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static String article(Random random, int number) {
        StringBuilder article = new StringBuilder();
        article.append("<article-id pub-id-type='doi'>10.1000/a_b%c#")
                .append(number)
                .append("</article-id><article-id pub-id-type='pmid'>")
                .append(1000 + number)
                .append("</article-id>");
        if (random.nextBoolean()) {
            article.append("<article-id pub-id-type='pmcid'>PMC")
                    .append(5000 + number)
                    .append("</article-id>");
        }
        article.append("<title-group><article-title>Paper ")
                .append(words(random, 12))
                .append("</article-title></title-group><contrib-group>");
        for (int i = random.nextInt(5); i > 0; i--) {
            article.append("<contrib contrib-type='author'>")
                    .append(
                            random.nextInt(4) == 0
                                    ? "<collab>Group of " + name(random) + ", " + name(random) + "</collab>"
                                    : person(random))
                    .append("</contrib>");
        }
        article.append("</contrib-group><pub-date><year>")
                .append(1990 + random.nextInt(30))
                .append("</year></pub-date><volume>")
                .append(random.nextBoolean() ? "12(3)" : "4 Suppl_1 &amp; 2")
                .append("</volume><issue>")
                .append(random.nextInt(9))
                .append("</issue><fpage>")
                .append(random.nextBoolean() ? "e12" : "377")
                .append("</fpage>")
                .append(random.nextBoolean() ? "<lpage>86</lpage>" : "")
                .append("<abstract><p>")
                .append(words(random, 30))
                .append(" .</p></abstract><kwd-group>");
        // A lone keyword with a semicolon in it is several to whoever reads RIS.
        for (int i = random.nextInt(3) * 2; i > 0; i--) {
            article.append("<kwd>k")
                    .append(i)
                    .append(' ')
                    .append(words(random, 3))
                    .append("</kwd>");
        }
        return article.append("</kwd-group>").toString();
    }

    private static String person(Random random) {
        return "<name><surname>" + name(random) + "</surname><given-names>" + name(random) + " J.</given-names></name>";
    }

    /// A name of one word: nothing else tells the family name from the given ones.
    private static String name(Random random) {
        List<String> names = List.of(
                "O’Brien",
                "Łoś",
                "Öz-Bauer",
                "R\\d",
                "K{a}te",
                "Smith&amp;Co",
                "50%",
                "A_b",
                "王",
                "𝔄da",
                "D'Arcy",
                "N~",
                "Ma}x",
                "C#",
                "$am");
        return names.get(random.nextInt(names.size()));
    }

    private static String words(Random random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> AWKWARD.get(random.nextInt(AWKWARD.size())))
                .map(word -> word.replace("&", "&amp;").replace("<", "&lt;"))
                .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));
    }

    private void write(String name, String meta) throws IOException {
        Files.writeString(folder.resolve(name + ".xml"), """
                <article xml:lang="en"><front><journal-meta><journal-title-group><journal-title>Journal of Rounds</journal-title>
                </journal-title-group></journal-meta><article-meta>%s</article-meta></front>
                <body><sec><title>Introduction</title><p>Words of %s.</p></sec></body></article>""".formatted(meta, name));
    }

    private void importAll() throws IOException {
        assertThat(quoin.importFiles(List.of(folder), Progress.NONE).lines())
                .isNotEmpty()
                .hasOnlyElementsOfType(ImportReport.Line.Imported.class);
    }

    private String exported(ExportFormat format) {
        var out = new ByteArrayOutputStream();
        quoin.export(format, List.of(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
