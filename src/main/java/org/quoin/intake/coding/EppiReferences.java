// The references of an EPPI-Reviewer export with the words that were coded in their documents.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Tally;
import tools.jackson.databind.JsonNode;

/// The export holds no documents: title and abstract are all the text there is. Of what coders highlighted it
/// holds the words; the same words under several codes are one selection. What a coder typed beside a code is
/// the comment on the words, and stands for itself where there are none.
final class EppiReferences {
    private static final String START = "[¬s]";
    private static final String END = "[¬e]";
    private static final Pattern PAGE = Pattern.compile("\\s*(?:Page\\s+\\d+:)?\\s*");
    private static final Pattern BETWEEN_SELECTIONS = Pattern.compile("\"\\r?\\n\"");
    private static final Pattern DOI_PREFIX =
            Pattern.compile("^(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)", Pattern.CASE_INSENSITIVE);

    private final Budget budget;
    private final Tally<What> tally;
    private final List<CodedSource> sources = new ArrayList<>();
    private final Set<String> sourceIds = new HashSet<>();
    private final Map<Key, Marking> markings = new LinkedHashMap<>();

    EppiReferences(Budget budget, Tally<What> tally) {
        this.budget = budget;
        this.tally = tally;
    }

    /// @param document number of the document; empty for what was typed
    private record Key(String sourceId, String document, String words) {
        boolean marked() {
            return !document.isEmpty();
        }

        String id(String... more) {
            return Guids.derived(Stream.concat(Stream.of("EPPI-Reviewer", sourceId, document, words), Stream.of(more))
                    .toArray(String[]::new));
        }
    }

    /// @param codes attribute and arm of each code given
    private record Marking(Set<String> comments, Set<Given> codes) {}

    private record Given(String attribute, String arm) {}

    void add(JsonNode reference) {
        String title = EppiReader.words(reference, "Title");
        String shortTitle = EppiReader.words(reference, "ShortTitle");
        String summary = EppiReader.words(reference, "Abstract");
        String name = shortTitle.isEmpty() ? title : shortTitle;
        String id = claim(EppiReader.words(reference, "ItemId"), name);
        String year = EppiReader.words(reference, "Year");
        Bibliography bibliography = new Bibliography(
                orNull(title),
                QdaVariables.authors(EppiReader.words(reference, "Authors")),
                QdaVariables.isYear(year) ? Integer.valueOf(year) : null,
                orNull(DOI_PREFIX.matcher(EppiReader.words(reference, "DOI")).replaceFirst("")),
                null,
                orNull(summary));
        String text = Stream.of(title, summary)
                .map(part -> PlainWords.of(part, tally, name))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        sources.add(new CodedSource(
                id,
                name.isEmpty() ? id : name,
                null,
                text.isEmpty() ? null : new StoredText(text).text(),
                bibliography,
                null,
                null));
        for (JsonNode code : reference.path("Codes")) {
            budget.checkTime();
            code(id, name, code);
        }
        tally.add(What.OUTCOME, reference.path("Outcomes").size(), name);
    }

    List<CodedSource> sources() {
        return sources;
    }

    /// To be called when all codes are known, which may stand behind the references.
    List<Selection> selections(EppiCodes codes) {
        return markings.entrySet().stream()
                .map(entry -> selection(entry.getKey(), entry.getValue(), codes))
                .toList();
    }

    private Selection selection(Key key, Marking marking, EppiCodes codes) {
        List<Application> applications = new ArrayList<>();
        for (Given given : marking.codes()) {
            if (codes.has(given.attribute())) {
                applications.add(
                        new Application(key.id(given.attribute(), given.arm()), given.attribute(), null, null));
            } else {
                tally.add(What.UNKNOWN_CODE, given.attribute());
            }
        }
        String comment = String.join("\n\n", marking.comments());
        return new Selection(
                key.id(), key.sourceId(), null, key.words(), key.marked(), null, orNull(comment), applications);
    }

    private void code(String sourceId, String sourceName, JsonNode code) {
        Given given = new Given(EppiReader.words(code, "AttributeId"), EppiReader.words(code, "ArmId"));
        String typed = PlainWords.of(EppiReader.words(code, "AdditionalText"), tally, sourceName);
        tally.add(What.ARM, EppiReader.words(code, "ArmTitle").isEmpty() ? 0 : 1, sourceName);
        Set<Key> marked = Stream.of("ItemAttributeFullTextDetails", "ItemAttributeFullTextList")
                .flatMap(name -> StreamSupport.stream(code.path(name).spliterator(), false))
                .flatMap(detail -> marked(sourceId, sourceName, detail))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!marked.isEmpty()) {
            marked.forEach(key -> mark(key, typed, given));
        } else if (!typed.isEmpty()) {
            mark(new Key(sourceId, "", typed), "", given);
        } else {
            tally.add(What.CODE_WITHOUT_WORDS, sourceName);
        }
    }

    private void mark(Key key, String comment, Given given) {
        Marking marking =
                markings.computeIfAbsent(key, absent -> new Marking(new LinkedHashSet<>(), new LinkedHashSet<>()));
        if (!comment.isEmpty()) {
            marking.comments().add(comment);
        }
        marking.codes().add(given);
    }

    private Stream<Key> marked(String sourceId, String sourceName, JsonNode detail) {
        String document = EppiReader.words(detail, "ItemDocumentId");
        String words = EppiReader.words(detail, "Text");
        Stream<String> selections = BETWEEN_SELECTIONS.splitAsStream(withoutMarks(words));
        return selections
                .map(selection -> PlainWords.of(selection, tally, sourceName))
                .filter(selection -> !selection.isEmpty())
                .map(selection -> new Key(sourceId, document.isEmpty() ? "0" : document, selection));
    }

    /// Words from a PDF stand as `Page 3:` and, on the next line, between marks and quotation marks; so do
    /// several selections on one page, a quotation mark at the end of each line and at the start of the next.
    private static String withoutMarks(String words) {
        int start = words.indexOf(START);
        if (start < 0 || !PAGE.matcher(words.substring(0, start)).matches()) {
            return words;
        }
        int end = words.lastIndexOf(END);
        String inside = words.substring(start + START.length(), end < start ? words.length() : end)
                .strip();
        // The closing quotation mark stands behind the mark in some exports, before it in others.
        boolean closedInside = end < start || words.substring(end).strip().equals(END);
        int from = inside.startsWith("\"") ? 1 : 0;
        int to = inside.length() - (closedInside && inside.length() > from && inside.endsWith("\"") ? 1 : 0);
        return inside.substring(from, to);
    }

    private String claim(String itemId, String name) {
        String id = itemId;
        if (id.isEmpty()) {
            tally.add(What.MISSING_ID, "reference " + name);
            id = Guids.derived("EPPI-Reviewer", "reference", name);
        }
        if (!sourceIds.add(id)) {
            tally.add(What.DUPLICATE_ID, "reference " + id);
            do {
                id = Guids.derived("EPPI-Reviewer", "reference", id);
            } while (!sourceIds.add(id));
        }
        return id;
    }

    private static @Nullable String orNull(String words) {
        return words.isEmpty() ? null : words;
    }
}
