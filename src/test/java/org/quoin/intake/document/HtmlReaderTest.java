// Papers saved from the web.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.model.Problem;

class HtmlReaderTest {
    private static final String PAGE = """
            <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Care | The Site</title>
            <meta name="citation_title" content="Care in  rural places"><meta name="citation_author" content="O’Hara, Mike">
            <meta name="citation_author_orcid" content="https://orcid.org/0000-0002-1825-0097">
            <meta name="citation_doi" content="doi:10.1000/xyz"><meta name="citation_publication_date" content="2015/11/24">
            <meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="9">
            <script>var x = "never";</script></head>
            <body><nav><ul><li>Home</li></ul></nav><header>Site</header>
            <main><h1>Care in <em>rural</em> places</h1>
            <section><h2>Abstract</h2><p>Short&nbsp;one.</p></section>
            <div><h2>Results</h2><p>They said<sup><a href="#r1">1</a></sup> x<sup>2</sup>:</p>
            <blockquote><p>We had <b>no</b> say.</p></blockquote>
            <h3>Barriers</h3><ul><li>time</li><li><p>money</p></li></ul>
            <table><caption>Table 1. Who</caption><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td><td>3</td></tr></table>
            <figure><img src="x.png"><figcaption>Figure 1. Model</figcaption></figure></div>
            <h2>References</h2><ol><li>Smith 2001</li></ol></main>
            <footer>Cookies</footer></body></html>""";

    @Test
    void theArticleIsReadAndNotThePageAroundIt() {
        ReadDocument document = Documents.read("page", PAGE);

        assertThat(document.format()).isEqualTo("HTML");
        assertThat(document.text().value()).isEqualTo("""
                        Care in rural places

                        Abstract

                        Short\u00A0one.

                        Results

                        They said x2:

                        We had no say.

                        Barriers

                        time

                        money

                        Table 1. Who

                        a\tb
                        1 2\t3

                        Figure 1. Model

                        References

                        Smith 2001""");
        assertThat(Documents.headings(document)).containsExactly("Abstract", "Results", "Barriers", "References");
        assertThat(document.allParts(PartKind.BLOCK_QUOTE)).hasSize(1).allMatch(Part::participantVoice);
        assertThat(document.allParts(PartKind.ABSTRACT)).hasSize(1);
        assertThat(document.allParts(PartKind.REFERENCES)).hasSize(1);
        assertThat(Documents.count(document, Note.What.SURROUNDINGS)).isPositive();
        assertThat(Documents.count(document, Note.What.REFERENCE_MARK)).isEqualTo(1);
        assertThat(Documents.count(document, Note.What.FIGURE)).isEqualTo(1);
    }

    @Test
    void metadataComesFromMetaElements() {
        Metadata metadata = Documents.read("page", PAGE).metadata();

        assertThat(metadata.title()).isEqualTo("Care in rural places");
        assertThat(metadata.authors())
                .containsExactly(new Author.Person("O’Hara", "Mike", null, "0000-0002-1825-0097"));
        assertThat(metadata.identifiers().doi()).isEqualTo("10.1000/xyz");
        assertThat(metadata.publication().date()).isEqualTo(new Metadata.Date(2015, 11, 24));
        assertThat(metadata.publication().pages()).isEqualTo("1-9");
        assertThat(metadata.language()).isEqualTo("en-GB");
    }

    @Test
    void theEncodingThatThePageNamesIsUsed() {
        String html = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head>"
                + "<body><p>Медсёстры</p></body></html>";

        assertThat(Documents.read("a", html.getBytes(Charset.forName("windows-1251")))
                        .text()
                        .value())
                .isEqualTo("Медсёстры");
        assertThat(Documents.read("a", "<html><body><p>Müller’s".getBytes(Charset.forName("windows-1252")))
                        .text()
                        .value())
                .isEqualTo("Müller’s");
    }

    @Test
    void brokenAndHostilePagesEnd() {
        ReadDocument deep = Documents.read("a", "<html><body>" + "<div>".repeat(100_000) + "<p>At the bottom");
        assertThat(deep.text().value()).isEqualTo("At the bottom");

        ReadDocument cut = Documents.read("a", "<html><body><table><tr><td>One<td>Two<p>Three<blockq");
        assertThat(cut.text().value()).startsWith("One\tTwo Three");

        Problem tags = Documents.problem(
                "a",
                ("<html><body>" + "<b>".repeat(3000) + "x").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                new ReadLimits(1 << 20, 1 << 20, 1000, 100, 10, Duration.ofMinutes(1)));
        assertThat(tags).isInstanceOf(Problem.LimitReached.class);
        assertThat(tags.detail()).isEqualTo("a has more than 2,000 tags. Split it, or raise the limit.");

        Problem empty = Documents.problem(
                "a", "<html><body><script>x</script></body></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(empty.detail()).isEqualTo("a is a page without text");
    }
}
