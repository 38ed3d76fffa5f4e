// The options that say which evidence is wanted.
package org.quoin.cli;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.SearchNames;
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
    private @Nullable List<String> years;

    @Option(names = "--without-fictional", description = "Leave out the studies written for demonstration.")
    private boolean withoutFictional;

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming what there is, when something is not
    ///     known
    SearchFilter filter(SearchNames names) {
        var narrowing = new HashMap<String, List<String>>();
        narrowing.put("kind", given(kinds));
        narrowing.put("study", given(studies));
        narrowing.put("voice", given(voices));
        narrowing.put("state", given(states));
        narrowing.put("year", given(years));
        narrowing.put("concept", given(concepts));
        narrowing.put("fictional", withoutFictional ? List.of("false") : List.of());
        return names.filter(narrowing);
    }

    private static List<String> given(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
