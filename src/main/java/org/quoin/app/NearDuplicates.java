// Papers that may be the same: by title, year and first author, where no registered number decides.
package org.quoin.app;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.BibliographicEntry;
import org.quoin.model.PaperId;

/// Never certain, so nothing is ever merged by it: a study's protocol and its report share a title, and so do
/// forty editorials. Used by one thread.
final class NearDuplicates {
    /// A title of fewer words («Editorial», «Introduction») tells nothing without year and author.
    private static final int TELLING_WORDS = 4;

    /// Online first and in print are often a year apart.
    private static final int YEARS_APART = 1;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, List<BibliographicEntry>> byTitle = new HashMap<>();

    NearDuplicates(Collection<BibliographicEntry> entries) {
        entries.forEach(this::add);
    }

    /// Takes the place of what was known of the same paper under this title.
    void add(BibliographicEntry entry) {
        List<BibliographicEntry> same = byTitle.computeIfAbsent(key(entry.title()), title -> new ArrayList<>());
        same.removeIf(known -> known.paper().equals(entry.paper()));
        same.add(entry);
    }

    /// Other papers that may be this one, by name.
    List<PaperId> of(BibliographicEntry entry) {
        return byTitle.getOrDefault(key(entry.title()), List.of()).stream()
                .filter(other -> !other.paper().equals(entry.paper()) && maySame(entry, other))
                .map(BibliographicEntry::paper)
                .sorted()
                .toList();
    }

    /// Papers that may be the same, together; each group by name, the groups by their first.
    Collection<List<PaperId>> groups() {
        var groups = new TreeMap<PaperId, List<PaperId>>();
        for (List<BibliographicEntry> candidates : byTitle.values()) {
            var left = new LinkedHashSet<>(candidates);
            while (left.size() > 1) {
                var group = new HashSet<BibliographicEntry>();
                var queue = new ArrayList<>(List.of(left.removeFirst()));
                while (!queue.isEmpty()) {
                    BibliographicEntry one = queue.removeLast();
                    group.add(one);
                    left.stream().filter(other -> maySame(one, other)).toList().forEach(other -> {
                        left.remove(other);
                        queue.add(other);
                    });
                }
                if (group.size() > 1) {
                    List<PaperId> ids = group.stream()
                            .map(BibliographicEntry::paper)
                            .sorted()
                            .toList();
                    groups.put(ids.getFirst(), ids);
                }
            }
        }
        return groups.values();
    }

    private static boolean maySame(BibliographicEntry one, BibliographicEntry other) {
        boolean yearsKnown = one.year() != null && other.year() != null;
        boolean authorsKnown = one.firstAuthor() != null && other.firstAuthor() != null;
        if (key(one.title()).split(" ", -1).length < TELLING_WORDS && !(yearsKnown && authorsKnown)) {
            return false;
        }
        return (!yearsKnown || apart(one.year(), other.year()) <= YEARS_APART)
                && (!authorsKnown || shareAName(one.firstAuthor(), other.firstAuthor()));
    }

    private static int apart(@Nullable Integer year, @Nullable Integer other) {
        return year == null || other == null ? 0 : Math.abs(year - other);
    }

    /// «Okafor A», «Okafor, Ada» and «Ada Okafor» share the family name; initials tell nothing.
    private static boolean shareAName(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return true;
        }
        Set<String> names = names(one);
        return names(other).stream().anyMatch(names::contains);
    }

    private static Set<String> names(String author) {
        Set<String> names = new HashSet<>();
        Stream.of(key(author).split(" ", -1)).filter(name -> name.length() > 1).forEach(names::add);
        return names;
    }

    /// Letter case, accents and punctuation apart.
    static String key(String words) {
        String plain = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
