// Real JATS papers: what the reader says of each equals what XPath, which shares no code with it, finds in the
// file.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.model.ProblemException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@Tag("slow")
class JatsCorpusTest {
    private static final XPath XPATH = XPathFactory.newDefaultInstance().newXPath();

    /// Text nodes that are words: not TeX, not the marks of notes, not raised marks of references.
    private static final String WORDS = """
            .//text()[not(ancestor::tex-math) and not(ancestor::annotation) and not(ancestor::alt-text or ancestor::long-desc)
              and not(ancestor::object-id) and not(ancestor::xref[@ref-type='fn' or @ref-type='table-fn'
                or @ref-type='author-notes' or @ref-type='corresp' or @ref-type='aff'])
              and not(ancestor::xref[sup and not(*[not(self::sup)]) and not(text()[normalize-space() != ''])])
              and not(ancestor::sup[xref and not(*[not(self::xref)])
                and not(text()[translate(normalize-space(), ',;.‐‑‒–—―-[]() ', '') != ''])])
              and not(ancestor::fn[not(ancestor::fn-group or ancestor::table-wrap-foot or ancestor::author-notes)])]""";

    private static final String IN_PAPER = "[not(ancestor::sub-article or ancestor::response)]";

    static Stream<Path> papers() {
        return Shared.xmlFiles("jats-qualitative", "jats-mixed").stream();
    }

    /// Those of the odd files that are articles.
    static Stream<Path> oddArticles() {
        return Shared.xmlFiles("jats-odd").stream().filter(file -> {
            String name = file.getFileName().toString();
            return !List.of("manifest.xml", "transfer.xml", "directives.xml", "fig.xml", "supplementary-material.xml")
                            .contains(name)
                    && !name.startsWith("pubmed-");
        });
    }

    @Test
    void thePapersAreAllThere() {
        assertThat(papers()).hasSize(190);
        assertThat(oddArticles()).hasSize(80);
    }

    @ParameterizedTest
    @MethodSource({"papers", "oddArticles"})
    void whatIsReadIsWhatXPathFinds(Path file) throws Exception {
        Document dom = dom(file);
        ReadDocument document = Documents.read(file);

        assertThat(document.format()).isEqualTo("JATS XML");
        assertThat(Objects.requireNonNullElse(document.metadata().title(), ""))
                .isEqualTo(collapsed(words(dom, "/article/front/article-meta/title-group/article-title")));
        assertThat(Objects.requireNonNullElse(document.metadata().identifiers().doi(), ""))
                .isEqualTo(string(dom, "/article/front/article-meta/article-id[@pub-id-type='doi']"));
        assertThat(Objects.requireNonNullElse(document.metadata().identifiers().pmid(), ""))
                .isEqualTo(string(dom, "/article/front/article-meta/article-id[@pub-id-type='pmid']"));
        assertThat(solid(Documents.words(document, PartKind.ABSTRACT)))
                .containsExactlyInAnyOrderElementsOf(solid(each(
                        dom, "/article/front/article-meta/abstract | /article/front/article-meta/trans-abstract")));
        assertThat(document.allParts(PartKind.SECTION)
                        .flatMap(part -> document.heading(part).stream())
                        .map(JatsCorpusTest::solid))
                .containsExactlyInAnyOrderElementsOf(solid(each(
                        dom,
                        "//sec" + IN_PAPER + "[not(ancestor::contrib)]/title | //notes" + IN_PAPER
                                + "/title | //fn-group" + IN_PAPER
                                + "/title | //bio" + IN_PAPER + "[not(ancestor::contrib)]/title | //statement"
                                + IN_PAPER + "/title")));
        assertThat(solid(Documents.words(document, PartKind.BLOCK_QUOTE)))
                .isEqualTo(solid(each(dom, "//disp-quote" + IN_PAPER)));
        assertThat(document.metadata().references().size())
                .isGreaterThanOrEqualTo(nodes(dom, "/article/back//ref[element-citation or mixed-citation]")
                        .size());
        assertThat(document.metadata().authors().stream()
                        .map(Metadata.Author::display)
                        .toList())
                .hasSameSizeAs(nodes(
                        dom,
                        "/article/front/article-meta/contrib-group/contrib[@contrib-type='author' or"
                                + " not(@contrib-type)][name or string-name or collab or name-alternatives]"));
    }

    /// Nothing is lost silently: each paragraph, caption and cell of body and abstract stands in the text.
    @ParameterizedTest
    @MethodSource({"papers", "oddArticles"})
    void everyParagraphStandsInTheText(Path file) throws Exception {
        Document dom = dom(file);
        String text = solid(Documents.read(file).text().value());

        for (String path : List.of(
                "/article/front/article-meta/abstract//p[not(*/p or .//disp-quote or .//list or .//table-wrap)]",
                "/article/body//p[not(.//p or .//table or .//disp-formula or ancestor::fig/parent::alternatives)]",
                "/article/back//p[not(.//p or .//table or .//disp-formula or ancestor::ref)]",
                "/article/body//td | /article/body//th | /article/floats-group//td")) {
            for (String words : each(dom, path)) {
                assertThat(text).contains(solid(words));
            }
        }
    }

    @Test
    void theSameFilesGiveTheSameTextEverywhere() {
        Map<Path, String> first = digests();
        Locale locale = Locale.getDefault();
        String lineSeparator = System.lineSeparator();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            System.setProperty("line.separator", "\r\n");
            assertThat(digests()).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            System.setProperty("line.separator", lineSeparator);
        }
    }

    @Test
    void ofTheOddFilesAllAreTakenButTheTwoThatAreBroken() throws IOException {
        DocumentReaders readers = new DocumentReaders(ReadLimits.DEFAULT, List.of());
        List<String> papers = new ArrayList<>();
        List<String> companions = new ArrayList<>();
        for (Path file : Shared.xmlFiles("jats-odd")) {
            String name = file.getFileName().toString();
            if (name.equals("fig.xml") || name.equals("supplementary-material.xml")) {
                assertThatThrownBy(() -> readers.read(file))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining("not well-formed XML at line " + (name.equals("fig.xml") ? 16 : 8))
                        .hasMessageContaining("xlink");
            } else {
                switch (readers.read(file)) {
                    case Reading.Documents(var documents) -> papers.add(name);
                    case Reading.Records(var documents, var notes) -> papers.add(name);
                    case Reading.NotAPaper(var what) -> companions.add(what);
                }
            }
        }

        assertThat(papers).hasSize(81);
        assertThat(companions).hasSize(24).allMatch(what -> what.contains("manuscript package"));
    }

    private static Map<Path, String> digests() {
        Map<Path, String> digests = new TreeMap<>();
        Stream.concat(papers(), oddArticles())
                .forEach(file -> digests.put(file, Documents.read(file).text().sha256()));
        return digests;
    }

    private static Document dom(Path file) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        // Characters by name, which one of the papers uses, stand here by hand.
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("""
                <!ENTITY plus "+"><!ENTITY szlig "ß"><!ENTITY alpha "α"><!ENTITY rsqb "]"><!ENTITY lsqb "[">""")));
        try (var in = Files.newInputStream(file)) {
            return builder.parse(in);
        }
    }

    private static String string(Document dom, String path) throws XPathExpressionException {
        return ((String) XPATH.evaluate("normalize-space(" + path + ")", dom, XPathConstants.STRING));
    }

    private static List<Node> nodes(Object from, String path) throws XPathExpressionException {
        NodeList found = (NodeList) XPATH.evaluate(path, from, XPathConstants.NODESET);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            nodes.add(found.item(i));
        }
        return nodes;
    }

    private static String words(Object from, String path) throws XPathExpressionException {
        return String.join("", each(from, path));
    }

    /// The words of each element that has any.
    private static List<String> each(Object from, String path) throws XPathExpressionException {
        List<String> all = new ArrayList<>();
        for (Node node : nodes(from, path)) {
            StringBuilder words = new StringBuilder();
            for (Node text : nodes(node, WORDS)) {
                words.append(text.getNodeValue());
            }
            if (!solid(words.toString()).isEmpty()) {
                all.add(words.toString());
            }
        }
        return all;
    }

    private static String collapsed(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC)
                .replaceAll("[ \\t\\r\\n]+", " ")
                .trim();
    }

    private static List<String> solid(List<String> all) {
        return all.stream().map(JatsCorpusTest::solid).toList();
    }

    /// Without white space of any kind, so that nothing depends on where blocks are parted.
    private static String solid(String words) {
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}\\uFEFF]+", "");
    }
}
