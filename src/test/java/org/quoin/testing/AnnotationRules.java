// What the W3C's Web Annotation Data Model asks of a collection of annotations, as far as Quoin writes them.
package org.quoin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Each MUST of <https://www.w3.org/TR/annotation-model/> that concerns what is there. Names of properties and
/// values are those that the standard's context knows: another one would be lost on a client.
public final class AnnotationRules {
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "AnnotationCollection", Set.of("@context", "id", "type", "label", "total", "first", "last"),
            "AnnotationPage", Set.of("id", "type", "partOf", "startIndex", "items"),
            "Annotation", Set.of("id", "type", "motivation", "created", "creator", "body", "target"),
            "TextualBody", Set.of("type", "value", "format", "language", "purpose"),
            "SpecificResource", Set.of("id", "type", "source", "purpose", "scope", "selector"),
            "TextQuoteSelector", Set.of("type", "exact", "prefix", "suffix"),
            "TextPositionSelector", Set.of("type", "start", "end"),
            "Agent", Set.of("id", "type", "name"));
    private static final Set<String> MOTIVATIONS =
            Set.of("classifying", "describing", "identifying", "linking", "tagging");

    private AnnotationRules() {}

    /// Holds a collection against the rules.
    ///
    /// @return its annotations
    public static List<JsonNode> check(JsonNode collection) {
        known(collection, "AnnotationCollection");
        // 5.1
        assertThat(collection.get("@context").asString()).isEqualTo(CONTEXT);
        iri(collection.get("id"));
        assertThat(collection.get("type").asString()).isEqualTo("AnnotationCollection");
        assertThat(collection.get("label").asString()).isNotBlank();
        int total = collection.get("total").asInt();
        assertThat(collection.get("total").isInt()).isTrue();
        assertThat(total).isNotNegative();
        if (total == 0) {
            assertThat(collection.has("first"))
                    .as("a page has at least one annotation")
                    .isFalse();
            return List.of();
        }
        // 5.2; an embedded page should have no context of its own
        JsonNode page = collection.get("first");
        known(page, "AnnotationPage");
        iri(page.get("id"));
        assertThat(page.get("type").asString()).isEqualTo("AnnotationPage");
        assertThat(page.get("partOf")).isEqualTo(collection.get("id"));
        assertThat(page.get("startIndex").asInt()).isZero();
        assertThat(collection.get("last")).as("there is no next page").isEqualTo(page.get("id"));
        List<JsonNode> annotations = page.get("items").valueStream().toList();
        assertThat(annotations).hasSize(total);
        annotations.forEach(AnnotationRules::annotation);
        assertThat(annotations.stream().map(annotation -> annotation.get("id").asString()))
                .doesNotHaveDuplicates();
        return annotations;
    }

    /// Every place in a text that an annotation speaks of, as target or as body.
    public static List<JsonNode> places(JsonNode annotation) {
        return Stream.concat(
                        annotation.get("target").valueStream(),
                        annotation.get("body").valueStream())
                .filter(resource -> resource.has("selector"))
                .toList();
    }

    private static void annotation(JsonNode annotation) {
        // 3.1
        known(annotation, "Annotation");
        iri(annotation.get("id"));
        assertThat(annotation.get("type").asString()).isEqualTo("Annotation");
        assertThat(annotation.get("target").size()).isPositive();
        // 3.3
        assertThat(annotation.get("motivation").asString()).isIn(MOTIVATIONS);
        if (annotation.has("created")) {
            String created = annotation.get("created").asString();
            assertThat(created).endsWith("Z");
            assertThat(Instant.parse(created)).isNotNull();
        }
        JsonNode creator = annotation.get("creator");
        known(creator, "Agent");
        iri(creator.get("id"));
        assertThat(creator.get("type").asString()).isIn("Person", "Organization", "Software");
        assertThat(creator.get("name").asString()).isNotBlank();
        annotation.get("body").forEach(body -> {
            assertThat(body.get("purpose").asString()).isIn(MOTIVATIONS);
            if (body.get("type").asString().equals("TextualBody")) {
                textualBody(body);
            } else {
                specificResource(body);
            }
        });
        annotation.get("target").forEach(target -> {
            specificResource(target);
            assertThat(target.has("purpose")).as("a purpose is a body's").isFalse();
            assertThat(target.has("selector")).as("a coding is of words").isTrue();
        });
    }

    /// 3.2.4
    private static void textualBody(JsonNode body) {
        known(body, "TextualBody");
        assertThat(body.get("value").isString()).isTrue();
        assertThat(body.get("value").asString()).isNotBlank();
        assertThat(body.get("format").asString()).isEqualTo("text/plain");
    }

    /// 4 and 4.2
    private static void specificResource(JsonNode resource) {
        known(resource, "SpecificResource");
        assertThat(resource.get("type").asString()).isEqualTo("SpecificResource");
        iri(resource.get("source"));
        if (resource.has("id")) {
            iri(resource.get("id"));
        }
        resource.path("scope").forEach(AnnotationRules::iri);
        var types = new ArrayList<String>();
        for (JsonNode selector : resource.path("selector")) {
            String type = selector.get("type").asString();
            types.add(type);
            known(selector, type);
            if (type.equals("TextQuoteSelector")) {
                assertThat(selector.get("exact").asString()).isNotEmpty();
                assertThat(selector.get("prefix").isString()).isTrue();
                assertThat(selector.get("suffix").isString()).isTrue();
            } else {
                assertThat(selector.get("start").isInt() && selector.get("end").isInt())
                        .isTrue();
                assertThat(selector.get("start").asInt())
                        .isNotNegative()
                        .isLessThan(selector.get("end").asInt());
            }
        }
        if (resource.has("selector")) {
            assertThat(types).containsExactly("TextQuoteSelector", "TextPositionSelector");
        }
    }

    private static void known(JsonNode node, String type) {
        assertThat(node.isObject()).isTrue();
        assertThat(new HashSet<>(node.propertyNames())).isSubsetOf(KNOWN.getOrDefault(type, Set.of()));
    }

    private static void iri(JsonNode node) {
        assertThat(node.isString()).isTrue();
        assertThat(URI.create(node.asString()).isAbsolute()).as(node.asString()).isTrue();
    }
}
