// All that coders made in one project of a tool for qualitative analysis.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

/// The parts are put in one order, so that two projects with the same content are equal: a code is followed
/// by the codes under it, and selections stand in the order of their sources.
///
/// @param description what the coders wrote about the project
public record CodedProject(
        String name,
        @Nullable String description,
        List<Code> codes,
        List<Coder> coders,
        List<CodedSource> sources,
        List<Selection> selections) {
    /// @throws IllegalArgumentException when an id stands twice, a code, coder or source is referred to that
    ///     is not there, codes stand under one another in a circle, or words are not those of their span
    public CodedProject {
        codes = inTreeOrder(codes);
        coders = List.copyOf(coders);
        sources = List.copyOf(sources);
        selections = inOrderOf(sources, selections);
        requireUnique("coder", coders, Coder::id);
        requireUnique("selection", selections, Selection::id);
        var known = new Known(ids(codes, Code::id), ids(coders, Coder::id));
        sources.forEach(source -> known.requireCoder(source.createdBy()));
        selections.forEach(
                selection -> selection.applications().forEach(application -> known.require(selection, application)));
    }

    private record Known(Set<String> codes, Set<String> coders) {
        void require(Selection selection, Selection.Application application) {
            if (!codes.contains(application.codeId())) {
                throw new IllegalArgumentException(
                        "selection " + selection.id() + " has the unknown code " + application.codeId());
            }
            requireCoder(application.coderId());
        }

        void requireCoder(@Nullable String coderId) {
            if (coderId != null && !coders.contains(coderId)) {
                throw new IllegalArgumentException("the coder " + coderId + " is unknown");
            }
        }
    }

    private static List<Code> inTreeOrder(List<Code> codes) {
        requireUnique("code", codes, Code::id);
        Map<String, List<Code>> children = new HashMap<>();
        codes.forEach(code -> children.computeIfAbsent(
                        Objects.requireNonNullElse(code.parentId(), ""), key -> new ArrayList<>())
                .add(code));
        List<Code> ordered = new ArrayList<>(codes.size());
        List<Code> waiting =
                new ArrayList<>(children.getOrDefault("", List.of()).reversed());
        while (!waiting.isEmpty()) {
            Code code = waiting.removeLast();
            ordered.add(code);
            waiting.addAll(children.getOrDefault(code.id(), List.of()).reversed());
        }
        if (ordered.size() < codes.size()) {
            throw new IllegalArgumentException("codes stand under a code that is not there, or in a circle");
        }
        return List.copyOf(ordered);
    }

    private static List<Selection> inOrderOf(List<CodedSource> sources, List<Selection> selections) {
        requireUnique("source", sources, CodedSource::id);
        Map<String, List<Selection>> bySource = HashMap.newHashMap(sources.size());
        sources.forEach(source -> bySource.put(source.id(), new ArrayList<>()));
        for (Selection selection : selections) {
            List<Selection> siblings = bySource.get(selection.sourceId());
            if (siblings == null) {
                throw new IllegalArgumentException(
                        "selection " + selection.id() + " is of the unknown source " + selection.sourceId());
            }
            siblings.add(selection);
        }
        List<Selection> ordered = new ArrayList<>(selections.size());
        for (CodedSource source : sources) {
            for (Selection selection : Objects.requireNonNull(bySource.get(source.id()))) {
                requireWords(source.text(), selection);
                ordered.add(selection);
            }
        }
        return List.copyOf(ordered);
    }

    private static void requireWords(@Nullable NormalisedText text, Selection selection) {
        Span span = selection.span();
        if (span != null && (text == null || !text.slice(span).equals(selection.words()))) {
            throw new IllegalArgumentException(
                    "the words of selection " + selection.id() + " do not stand at its span");
        }
    }

    private static <T> void requireUnique(String what, List<T> all, Function<T, String> id) {
        if (ids(all, id).size() < all.size()) {
            throw new IllegalArgumentException("two parts of the kind " + what + " have the same id");
        }
    }

    private static <T> Set<String> ids(List<T> all, Function<T, String> id) {
        Set<String> ids = HashSet.newHashSet(all.size());
        all.forEach(part -> ids.add(id.apply(part)));
        return ids;
    }
}
