// The hand-written form of evidence, as its YAML says it. `data/README.md` describes it for people.
package org.quoin.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is missing in the file is null here; [EvidenceFile] says what must be there.
record EvidenceForm(
        @Nullable Integer quoin,
        @Nullable String paper,
        @Nullable String study,
        @Nullable String text,
        @Nullable String type,
        @Nullable String language,
        @Nullable String title,
        @Nullable List<String> authors,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable Boolean fictional,
        @JsonProperty("coded-by") @Nullable Coder codedBy,
        @Nullable String state,
        @Nullable List<Item> evidence) {
    record Coder(
            @Nullable String id,
            @Nullable String name,
            @Nullable String type) {}

    record Item(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String statement,
            @Nullable String rationale,
            @Nullable List<String> level,
            @Nullable List<String> factor,
            @Nullable List<String> facet,
            @Nullable List<String> value,
            @Nullable String quote,
            @Nullable String before,
            @Nullable String after,
            @Nullable String voice,
            @Nullable List<Quote> quotes,
            @JsonProperty("illustrated-by") @Nullable List<Quote> illustratedBy,
            @JsonProperty("coded-by") @Nullable Coder codedBy,
            @Nullable String state) {}

    record Quote(
            @Nullable String quote,
            @Nullable String before,
            @Nullable String after,
            @Nullable String voice) {}
}
