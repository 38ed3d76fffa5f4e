// Addresses within the server.
package org.quoin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quoin.app.SearchNames;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.model.SynthesisId;
import org.quoin.text.Section;

final class Urls {
    private Urls() {}

    static String paper(PaperId id) {
        return "/papers/" + id;
    }

    /// A text of a paper, as plain words.
    static String text(PaperId id, String sha256) {
        return "/api/papers/" + id + "/text?sha256=" + sha256;
    }

    static String anchor(Section section) {
        return "s-" + section.headingSpan().start();
    }

    /// The place of a quote in the paper's page.
    static String place(PaperId id, Span span) {
        return paper(id) + "#" + anchor(span);
    }

    static String anchor(Span span) {
        return "q-" + span.start() + "-" + span.end();
    }

    static String evidence(ItemId id) {
        return "/evidence/" + id;
    }

    static String synthesis(SynthesisId id) {
        return "/syntheses/" + id;
    }

    static String search(String parameter, String value) {
        return search(Map.of(parameter, List.of(value)));
    }

    static String search(ConceptRef concept) {
        return search(SearchNames.of(concept), concept.key());
    }

    static String search(Map<String, List<String>> parameters) {
        return with("/search", parameters);
    }

    static String with(String path, Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
