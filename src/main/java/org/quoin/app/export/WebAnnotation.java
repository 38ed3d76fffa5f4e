// A coding as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/).
package org.quoin.app.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Agent;

/// The names are those of the standard's own JSON-LD context.
///
/// @param id the coding's IRI
/// @param motivation why it was made
/// @param created when the coding was made, in UTC; null when nobody wrote it down
/// @param creator who coded
/// @param body what is said of the words
/// @param target the words
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WebAnnotation(
        String id,
        String type,
        String motivation,
        @Nullable String created,
        Creator creator,
        List<Body> body,
        List<SpecificResource> target) {
    static WebAnnotation of(
            String id, @Nullable String created, Creator creator, List<Body> body, List<SpecificResource> target) {
        return new WebAnnotation(id, "Annotation", "classifying", created, creator, body, target);
    }

    record Creator(String id, String type, String name) {
        static Creator of(String id, Agent agent) {
            String type = switch (agent.type()) {
                case PERSON -> "Person";
                case ORGANIZATION -> "Organization";
                case SOFTWARE -> "Software";
            };
            return new Creator(id, type, agent.name());
        }
    }

    sealed interface Body permits TextualBody, SpecificResource {}

    /// @param language BCP 47 tag, or null
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record TextualBody(
            String type,
            String value,
            String format,
            @Nullable String language,
            String purpose) implements Body {
        static TextualBody describing(String words, @Nullable String language) {
            return new TextualBody("TextualBody", words, "text/plain", language, "describing");
        }

        static TextualBody tagging(String label) {
            return new TextualBody("TextualBody", label, "text/plain", null, "tagging");
        }
    }

    /// @param id its own IRI, or null
    /// @param source what it is, or is a piece of
    /// @param purpose as a body only
    /// @param scope the document that a text was taken from
    /// @param selector which piece; both say the same place
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SpecificResource(
            @Nullable String id,
            String type,
            String source,
            @Nullable String purpose,
            List<String> scope,
            List<Selector> selector)
            implements Body {
        static SpecificResource whole(String source, String purpose) {
            return new SpecificResource(null, "SpecificResource", source, purpose, List.of(), List.of());
        }

        static SpecificResource piece(
                @Nullable String id, String source, List<String> scope, List<Selector> selectors) {
            return new SpecificResource(id, "SpecificResource", source, null, scope, selectors);
        }

        SpecificResource as(String purposeOfBody) {
            return new SpecificResource(id, type, source, purposeOfBody, scope, selector);
        }
    }

    sealed interface Selector permits TextQuote, TextPosition {}

    /// Prefix and suffix are written even where they are empty: the words stand at an end of the text.
    record TextQuote(String type, String exact, String prefix, String suffix) implements Selector {}

    /// @param start first code point, from 0
    /// @param end one past the last code point
    record TextPosition(String type, int start, int end) implements Selector {}
}
