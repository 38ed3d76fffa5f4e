// What Quoin writes beside a source or a selection in a project for other tools, so that nothing is lost on the
// way back.
package org.quoin.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Other tools show it as the description of the source, or as the comment on the selection; what people change
/// in the codings there goes before it. The fields have the names and meanings of the hand-written form of
/// evidence.
public final class CodingMemo {
    private static final int VERSION = 1;
    private static final String BEGINNING = "quoin: " + VERSION + "\n";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private CodingMemo() {}

    /// Of a source.
    ///
    /// @param files name and digest of each file of the text, parted by a space
    /// @param parts of each part: start and end, those of its heading or two hyphens, its classes joined by
    ///     commas, and its label where it has one; parted by spaces
    public record OfPaper(
            String paper,
            String study,
            String type,
            @Nullable String language,
            @Nullable String title,
            List<String> authors,
            @Nullable Integer year,
            @Nullable String doi,
            @Nullable Boolean fictional,
            @Nullable String retracted,
            @Nullable String container,
            @Nullable String volume,
            @Nullable String issue,
            @Nullable String pages,
            @Nullable String pmid,
            @Nullable String pmcid,
            List<String> keywords,
            @Nullable String licence,
            List<String> files,
            List<String> parts) {}

    /// Of a selection: one quotation of one item.
    ///
    /// @param item the item's name within its paper
    /// @param role `evidence` or `illustration`
    /// @param codes identifiers of the coders' own codes
    /// @param at when it was coded
    /// @param identifier what the tool it came from knows the coding by
    public record OfItem(
            String item,
            String kind,
            String role,
            String voice,
            @Nullable String statement,
            @Nullable String rationale,
            List<String> level,
            List<String> factor,
            List<String> facet,
            List<String> value,
            String state,
            String coder,
            String coderName,
            String coderType,
            List<String> codes,
            @Nullable String at,
            @Nullable String identifier) {}

    public static String write(OfPaper memo) {
        return BEGINNING + YAML.writeValueAsString(memo);
    }

    public static String write(OfItem memo) {
        return BEGINNING + YAML.writeValueAsString(memo);
    }

    /// Empty when a description is not one of Quoin's.
    static Optional<OfPaper> ofPaper(@Nullable String description) {
        return read(description, OfPaper.class);
    }

    /// Empty when a comment is not one of Quoin's.
    static Optional<OfItem> ofItem(@Nullable String comment) {
        return read(comment, OfItem.class);
    }

    /// The identifier that something of a base has in other tools' projects: the same wherever it is exported.
    ///
    /// @param name what it is in the base, without the base's IRI: `item/p/x`
    public static String guid(String name) {
        return UUID.nameUUIDFromBytes(("https://w3id.org/quoin/guid/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static <T> Optional<T> read(@Nullable String text, Class<T> form) {
        String memo = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (!memo.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(YAML.readValue(memo.substring(BEGINNING.length()), form));
        } catch (JacksonException edited) {
            // Somebody has written into it: the codings themselves still count.
            return Optional.empty();
        }
    }
}
