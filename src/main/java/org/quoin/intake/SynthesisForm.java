// The hand-written form of a synthesis, as its YAML says it. `docs/synthesising.md` describes it for people.
package org.quoin.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is missing in the file is null here; [SynthesisFile] says what must be there.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"quoin", "synthesis", "title", "description", "by"})
record SynthesisForm(
        @Nullable Integer quoin,
        @Nullable String synthesis,
        @Nullable String title,
        @Nullable String description,
        @Nullable By by,
        @Nullable List<Category> categories,
        @Nullable List<Finding> findings,
        @Nullable List<Comparison> comparisons,
        @Nullable List<Credibility> credibility,
        @Nullable List<Absence> absences) {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record By(
            @Nullable String id,
            @Nullable String name,
            @Nullable String type) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Category(
            @Nullable String id,
            @Nullable String label,
            @Nullable String definition,
            @Nullable String broader,
            @Nullable List<String> claims) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Finding(
            @Nullable String id,
            @Nullable String statement,
            @Nullable List<String> categories,
            @Nullable List<String> claims,
            @Nullable Confidence confidence) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Confidence(
            @Nullable String rating,
            @Nullable String rationale,
            @Nullable Map<String, Judgement> components,
            @Nullable By by) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Judgement(@Nullable String concern, @Nullable String rationale) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Comparison(
            @Nullable String id,
            @Nullable String from,
            @Nullable String to,
            @Nullable String relation,
            @Nullable String rationale,
            @Nullable List<String> quotes,
            @Nullable By by) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Credibility(
            @Nullable String finding,
            @Nullable String rating,
            @Nullable String rationale,
            @Nullable By by) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Absence(
            @Nullable String id,
            @Nullable String paper,
            @Nullable String sought,
            @Nullable String absence,
            @Nullable By by) {}
}
