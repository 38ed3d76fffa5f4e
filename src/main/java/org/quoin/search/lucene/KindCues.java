// Which kinds of evidence a question asks for: "what helps ..." wants enablers.
package org.quoin.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quoin.model.Kind;

/// What people call the kinds is given by whoever opens the index, from the ontology. Words that stand in
/// the names of several kinds ("helping factor", "hindering factor") tell none from another; what is left
/// of a name is its cue ("helping", so "helps" as well).
final class KindCues {
    private record Cue(Kind kind, List<String> stems) {}

    private final List<Cue> cues = new ArrayList<>();
    private final Set<String> shared = new HashSet<>();

    /// @param names of each kind
    KindCues(Map<Kind, List<String>> names) {
        Map<String, Kind> owners = new HashMap<>();
        List<Cue> whole = new ArrayList<>();
        names.forEach((kind, ofKind) -> ofKind.forEach(name -> {
            List<String> stems = Words.of(name).stream().map(Words.Word::stem).toList();
            whole.add(new Cue(kind, stems));
            stems.forEach(stem -> {
                Kind owner = owners.putIfAbsent(stem, kind);
                if (owner != null && !owner.equals(kind)) {
                    shared.add(stem);
                }
            });
        }));
        for (Cue cue : whole) {
            List<String> own =
                    cue.stems().stream().filter(stem -> !shared.contains(stem)).toList();
            if (!own.isEmpty()) {
                cues.add(new Cue(cue.kind(), own));
            }
        }
    }

    /// The kinds that some words name.
    ///
    /// @param stems of the words, in their order
    Set<Kind> named(List<String> stems) {
        Set<Kind> kinds = new LinkedHashSet<>();
        for (Cue cue : cues) {
            if (Collections.indexOfSubList(stems, cue.stems()) >= 0) {
                kinds.add(cue.kind());
            }
        }
        return kinds;
    }

    /// How many words at a place of a question do nothing but name kinds.
    int lengthAt(List<String> stems, int from) {
        int length = 0;
        int next = nameAt(stems, from);
        while (next > 0) {
            length += next;
            next = nameAt(stems, from + length);
        }
        return length;
    }

    /// Length of the longest name that begins at a place, in words; a word that several kinds share counts as one.
    private int nameAt(List<String> stems, int from) {
        if (from >= stems.size()) {
            return 0;
        }
        List<String> rest = stems.subList(from, stems.size());
        return cues.stream()
                .map(Cue::stems)
                .filter(name -> name.size() <= rest.size()
                        && rest.subList(0, name.size()).equals(name))
                .mapToInt(List::size)
                .max()
                .orElse(shared.contains(rest.getFirst()) ? 1 : 0);
    }
}
