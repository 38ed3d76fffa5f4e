// What a section does in a paper's argument, in the words of the Discourse Elements Ontology where it has one.
package org.quoin.intake.document;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

public enum Role {
    INTRODUCTION("Introduction", "introduction intro"),
    BACKGROUND("Background", "background context rationale"),
    OBJECTIVE(
            "ProblemStatement",
            "objective objectives aim aims purpose purposes hypothesis hypotheses question questions"),
    METHODS("Methods", "method methods methodology methodologies materials design subjects"),
    RESULTS("Results", "result results finding findings"),
    DISCUSSION("Discussion", "discussion discussions interpretation"),
    LIMITATIONS(null, "limitation limitations"),
    FUTURE_WORK("FutureWork", "future-work future-research"),
    CONCLUSION("Conclusion", "conclusion conclusions concluding");

    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final Pattern NUMBER = Pattern.compile("[\\d-]+|[ivx]+");

    /// Words that may stand in a heading beside those that give it its role.
    private static final Set<String> ACCOMPANYING = Set.of(WORD_END.split(
            "and or of for from in on the this to a study studies our main key research principal primary summary"
                    + " overall general qualitative quantitative strengths remarks patients data"));

    private static final Map<String, Role> BY_WORD = byWord();

    private final @Nullable String deo;
    private final String words;

    Role(@Nullable String deo, String words) {
        this.deo = deo;
        this.words = words;
    }

    /// The class of DEO it is aligned with; it has none for limitations.
    public Optional<String> iri() {
        return Optional.ofNullable(deo).map(name -> "http://purl.org/spar/deo/" + name);
    }

    /// The roles a heading names. A heading that says more than that (`Discussion groups in schools`) names
    /// none.
    static Set<Role> ofHeading(String heading) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String lowerCase = heading.toLowerCase(Locale.ROOT);
        int colon = lowerCase.indexOf(':');
        String naming = (colon > 0 ? lowerCase.substring(0, colon) : lowerCase)
                .replaceAll("\\bfuture (work|research)\\b", "future-$1")
                .replaceAll("\\bresearch in context\\b", "");
        for (String word : WORD_END.split(naming, -1)) {
            Role role = BY_WORD.get(word);
            if (role != null) {
                roles.add(role);
            } else if (!word.isEmpty()
                    && !ACCOMPANYING.contains(word)
                    && !NUMBER.matcher(word).matches()) {
                return Set.of();
            }
        }
        return roles;
    }

    /// The roles that JATS's `sec-type` names: `materials|methods`, for example.
    static Set<Role> ofSectionType(String type) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : WORD_END.split(type.toLowerCase(Locale.ROOT), -1)) {
            Role role = BY_WORD.get(word);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static Map<String, Role> byWord() {
        Map<String, Role> roles = new HashMap<>();
        for (Role role : values()) {
            for (String word : role.words.split(" ", -1)) {
                roles.put(word, role);
            }
        }
        return Map.copyOf(roles);
    }
}
