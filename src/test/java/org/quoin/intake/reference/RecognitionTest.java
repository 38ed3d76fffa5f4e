// References are never taken for papers, nor papers for references.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.document.Source;

class RecognitionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title, abstract and keywords\n\nIntroduction, aims and methods\nWe asked.\n",
                "Title, Abstract, Keywords\n\nA study of wards.\n",
                "Abstract\n\nWe asked nurses; they told.\n",
                "abstract,title\nA sentence alone.\n",
                "Title\n\nAuthor\n\nAbstract\n\nWe asked.\n",
                "Title:\n  A study\nAuthor:\n  Bell\nAbstract:\n  We asked.\n",
                "AB - positive blood was given.\nIS - was not.\nA paper.\n",
                "A paper on RIS.\n\nIts records begin so:\n\nTY  - JOUR\n\nand end so.\n",
                "A paper.\n\n@article{bell2001, title = {What it cites}}\n",
                "% is a sign, and the text goes on.\n%0 of them agreed.\n",
                "@nurses, we asked you.\n",
                "<1> The first line of a poem\n  is indented.\n",
                "PT is short for physiotherapy.\nTI is not.\n",
                "FN 1 is a footnote.\n\nText.\n",
                "PMID- 12345 is cited here\nas a number.\n",
                "Wards\tBeds\n1\t20\n2\t30\n"
            })
    void aPlainPaperIsNone(String paper) {
        assertThat(References.formatOf("paper.txt", paper)).isEqualTo("plain text");
        assertThat(References.formatOf("paper", paper)).isEqualTo("plain text");
    }

    @Test
    void aMarkdownPaperIsNone() {
        assertThat(References.formatOf("a", "# Title\n\n## Abstract\n\nTY  - JOUR\nTI  - x\n"))
                .isEqualTo("Markdown");
        assertThat(References.formatOf("a.md", "title, abstract\n\nWords.\n")).isEqualTo("Markdown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RIS|TY  - JOUR~TI  - x~ER  -",
                "MEDLINE (nbib)|PMID- 1~TI  - x",
                "MEDLINE (nbib)|~PMID-1",
                "Web of Science|FN ISI Export Format~VR 1.0~PT J~TI x~ER",
                "Web of Science|PT J~AU Bell, A~TI x~ER",
                "EndNote tagged|%0 Journal Article~%T x",
                "Ovid|<1>~Title~  x~Author~  y",
                "Ovid|<12. >~Unique Identifier~  1",
                "BibTeX|@misc{a, title={x}}",
                "EndNote XML|<?xml version='1.0'?><xml><records><record/></records></xml>",
                "table of references|title,abstract,year~x,y,2001",
                "JATS XML|<article><front/></article>",
                "PubMed XML|<PubmedBookArticleSet/>"
            })
    void aFormatIsToldByItsContentWhateverItsName(String format, String content) {
        for (String name : new String[] {"export", "export.txt", "paper.md.txt", "a.ris", "a.bib", "a.csv"}) {
            assertThat(References.formatOf(name, content.replace("~", "\n")))
                    .as(name)
                    .isEqualTo(format);
            assertThat(References.formatOf(name, "\uFEFF" + content.replace("~", "\r\n")))
                    .as(name)
                    .isEqualTo(format);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ris", "A.NBIB", "a.enw", "a.bib", "a.ciw", "a.isi"})
    void whatIsOnlyNamedSoIsRefused(String name) {
        assertThat(References.problem(name, "Some words.\n").detail())
                .startsWith(name + " is named as a file of references, but no record begins in it");
    }

    @Test
    void whatIsOnlyNamedAsXmlIsRefused() {
        assertThat(References.problem("a.xml", "PMC some PMC\n").detail())
                .isEqualTo("a.xml is named as XML but does not begin with an element");
    }

    @Test
    void bytesThatAreNoTextAreNone() {
        byte[] zip = "PK\u0003\u0004\0\0TY  - JOUR\nTI  - x\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(References.READERS.formatOf(Source.of("a.asreview", zip))).isEmpty();
    }
}
