// Tests of choosing by the Accept header.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AcceptTest {
    private static final String[] RDF = {"text/turtle", "application/ld+json"};

    private static String best(String header) {
        return Accept.parse(header).best(List.of(RDF), Function.identity()).orElse("none");
    }

    @Test
    void theHeaviestWins() {
        assertThat(best("text/turtle;q=0.1, application/ld+json")).isEqualTo("application/ld+json");
        assertThat(best("application/*, text/*;q=0.5")).isEqualTo("application/ld+json");
        assertThat(best("*/*")).isEqualTo("text/turtle");
        assertThat(best("text/turtle;q=0, */*")).isEqualTo("application/ld+json");
        assertThat(best("image/png")).isEqualTo("none");
        assertThat(Accept.parse(null).best(List.of(RDF), Function.identity())).hasValue("text/turtle");
    }

    @Test
    void nonsenseIsPassedOver() {
        assertThat(best("nonsense, ;;, /, text/turtle;q=lots")).isEqualTo("text/turtle");
        assertThat(best("text/turtle;q=7")).isEqualTo("text/turtle");
    }

    @Test
    void onlyWhoNamesHtmlIsABrowser() {
        assertThat(Accept.parse("*/*").prefersHtml(RDF)).isFalse();
        assertThat(Accept.parse("text/html,*/*;q=0.8").prefersHtml(RDF)).isTrue();
        assertThat(Accept.parse("text/turtle, text/html;q=0.5").prefersHtml(RDF))
                .isFalse();
        assertThat(Accept.parse("text/html;q=0").prefersHtml(RDF)).isFalse();
    }
}
