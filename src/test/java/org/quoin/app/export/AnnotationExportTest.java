// Web Annotations of a paper that others wrote, with names and facts that Quoin itself does not give.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.model.PaperId;
import org.quoin.testing.AnnotationRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnotationExportTest {
    private static final PaperId ALPHA = new PaperId("alpha");
    private static final String ID = "https://w3id.org/quoin/id/";
    private static final String TEXT = ID + "paper/alpha/text/as-delivered";

    private Quoin quoin;
    private JsonNode annotation;

    @BeforeAll
    void importPaper(@TempDir Path home, @TempDir Path folder) throws IOException {
        quoin = Homes.empty(home);
        String fixture = Files.readString(Homes.ROOT.resolve("src/test/resources/shapes/pass/review-accepted.ttl"))
                .replace("<paper/alpha/text/1763da1f8492>", "<paper/alpha/text/as-delivered>");
        int content = fixture.indexOf("<paper/alpha> a ");
        Path file = folder.resolve("alpha.trig");
        Files.writeString(
                file, fixture.substring(0, content) + "<graph/paper/alpha> { " + fixture.substring(content) + """
                        <coding/alpha/one> prov:generatedAtTime "2026-02-28T10:00:00+02:00"^^xsd:dateTime .
                        <paper/alpha> <http://prismstandard.org/namespaces/basic/2.0/doi>
                            "10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2" . }
                        """);
        assertThat(quoin.importFiles(List.of(file), Progress.NONE).rejected()).isZero();

        var out = new ByteArrayOutputStream();
        quoin.export(ExportFormat.ANNOTATIONS, List.of(ALPHA), out);
        List<JsonNode> annotations = AnnotationRules.check(JsonMapper.shared().readTree(out.toByteArray()));
        assertThat(annotations).hasSize(1);
        annotation = annotations.getFirst();
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    @Test
    void aTimeOfCodingThatIsKnownIsGivenInUtc() {
        assertThat(annotation.get("created").asString()).isEqualTo("2026-02-28T08:00:00Z");
    }

    @Test
    void theDoiIsTheScopeAndAnAddressThatWorks() {
        assertThat(annotation.at("/target/0/scope").valueStream().map(JsonNode::asString))
                .containsExactly(
                        ID + "paper/alpha",
                        "https://doi.org/10.1002/%28SICI%291097%281998%2917%3A15%3C1661%3A%3AAID%3E3.0.CO%3B2-2");
    }

    @Test
    void theSourceIsTheNameThatTheTextHasAndLeadsToIt() {
        assertThat(annotation.at("/target/0/source").asString()).isEqualTo(TEXT);
        assertThat(quoin.text(TEXT))
                .hasValueSatisfying(text -> assertThat(text.sha256())
                        .isEqualTo(quoin.paper(ALPHA).text().sha256()));
        assertThat(quoin.text(ID + "paper/alpha/text/1763da1f8492")).isEmpty();
    }

    @Test
    void aQuotationThatHasAnotherNameIsNotCalledByOneThatLeadsNowhere() {
        assertThat(annotation.at("/target/0").has("id")).isFalse();
        assertThat(annotation.at("/target/0/selector/0/exact").asString()).isEqualTo("a clear shared vision");
    }

    @Test
    void whatWasAcceptedSaysSo() {
        assertThat(annotation
                        .get("body")
                        .valueStream()
                        .map(body -> body.path("value").asString("")))
                .contains("Accepted", "A vision that all share helps.", "Organisational");
    }
}
