// The options that say which evidence is wanted.
package org.quoin.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import picocli.CommandLine.Option;

@SuppressWarnings("NullAway.Init") // picocli sets every option
final class FilterOptions {
    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "enabler, barrier, theme, finding, ...; can be repeated.")
    private @Nullable List<String> kinds;

    @Option(names = "--study", paramLabel = "ID", description = "Only from this study; can be repeated.")
    private @Nullable List<String> studies;

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description = "participant, observation or author; can be repeated.")
    private @Nullable List<String> voices;

    @Option(names = "--state", paramLabel = "STATE", description = "suggested, accepted, ...; can be repeated.")
    private @Nullable List<String> states;

    @Option(
            names = "--concept",
            paramLabel = "SCHEME/KEY",
            description = "A concept of the item or its study, such as setting/rural or level/team; can be repeated:"
                    + " alternatives within a scheme, narrowing across schemes.")
    private @Nullable List<String> concepts;

    @Option(names = "--year", paramLabel = "YEAR", description = "Published in this year; can be repeated.")
    private @Nullable List<Integer> years;

    @Option(names = "--without-fictional", description = "Leave out the studies written for demonstration.")
    private boolean withoutFictional;

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming what there is, when something is not
    ///     known
    SearchFilter filter(Vocabulary vocabulary) {
        return new SearchFilter(
                set(kinds, key -> vocabulary.kind(new Kind(key)).kind()),
                set(studies, StudyId::new),
                set(voices, key -> concept(vocabulary, "voice", key)),
                set(states, key -> concept(vocabulary, "curation-state", key)),
                set(concepts, ref -> vocabulary.require(ConceptRef.parse(ref)).ref()),
                years == null ? Set.of() : Set.copyOf(years),
                withoutFictional ? Boolean.FALSE : null);
    }

    private static String concept(Vocabulary vocabulary, String scheme, String key) {
        return vocabulary.require(new ConceptRef(scheme, key)).ref().key();
    }

    private static <T> Set<T> set(@Nullable List<String> given, Function<String, T> read) {
        return given == null ? Set.of() : given.stream().map(read).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
