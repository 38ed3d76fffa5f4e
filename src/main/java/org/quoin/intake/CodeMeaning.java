// What the codes of another tool's project mean here: kinds of evidence, concepts, or nothing but themselves.
package org.quoin.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.quoin.graph.Vocabulary;
import org.quoin.intake.coding.Code;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;

/// By name alone: a code called as a kind or a concept is called, in singular or plural, means it, and so does
/// one that begins so («Barriers to change»). A code under a code that means a kind is of that kind. Whatever a
/// code is taken for, it stays with the coding as the coders called it.
final class CodeMeaning {
    /// A statement of context must say which question it answers, which no code's name tells for certain.
    private static final Set<String> NOT_BY_NAME = Set.of("context", "category", "synthesised-finding");

    /// Concepts that determinants carry.
    private static final List<String> SCHEMES = List.of("factor", "level");

    /// Words that may follow a kind's name: «Barriers to», «Facilitators for», «Lessons: ».
    private static final Pattern GOES_ON = Pattern.compile("(?<name>.+?) (?:to|for|of|in|and|or|that|from|on) .+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, ConceptRef> concepts = new HashMap<>();
    private final Map<String, Code> byId = new HashMap<>();

    CodeMeaning(Vocabulary vocabulary, List<Code> codes) {
        for (var info : vocabulary.kinds()) {
            if (!NOT_BY_NAME.contains(info.kind().key())) {
                vocabulary.names(info.kind()).forEach(name -> kinds.putIfAbsent(key(name), info.kind()));
            }
        }
        for (String scheme : SCHEMES) {
            Objects.requireNonNull(vocabulary.schemes().get(scheme))
                    .concepts()
                    .forEach(concept -> vocabulary
                            .names(concept.ref())
                            .forEach(name -> concepts.putIfAbsent(key(name), concept.ref())));
        }
        codes.forEach(code -> byId.put(code.id(), code));
    }

    /// The kind that a code, or the nearest one above it that means one, stands for.
    Optional<Kind> kind(Code code) {
        for (Code each : path(code)) {
            String name = key(each.name());
            Kind kind = kinds.get(name);
            if (kind == null) {
                var longer = GOES_ON.matcher(name);
                kind = longer.matches() ? kinds.get(longer.group("name")) : null;
            }
            if (kind != null) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The concepts that a code and those above it stand for.
    Set<ConceptRef> concepts(Code code) {
        var found = new TreeSet<ConceptRef>();
        for (Code each : path(code)) {
            ConceptRef concept = concepts.get(key(each.name()));
            if (concept != null) {
                found.add(concept);
            }
        }
        return found;
    }

    /// A code and those above it, itself first.
    List<Code> path(Code code) {
        var path = new ArrayList<Code>();
        for (Code each = code; each != null; each = each.parentId() == null ? null : byId.get(each.parentId())) {
            path.add(each);
        }
        return path;
    }

    /// Letter case, accents, punctuation and the plural of the first word apart.
    private static String key(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String[] words = BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip().split(" ", -1);
        words[0] = singular(words[0]);
        words[words.length - 1] = singular(words[words.length - 1]);
        return String.join(" ", words);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
