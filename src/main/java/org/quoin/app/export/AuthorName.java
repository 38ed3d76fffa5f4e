// An author's name as a bibliography needs it, worked out from the one line that is stored.
package org.quoin.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A best guess, and a safe one: put together again the parts give the name as it was.
sealed interface AuthorName {
    /// @param given empty where there is none
    /// @param suffix `Jr`; empty where there is none
    record Person(String family, String given, String suffix) implements AuthorName {}

    /// The name of a group, or one that is divided already (`Okafor, Ada`); never to be divided here.
    record Whole(String name, boolean group) implements AuthorName {}

    /// Words that stand in the names of groups and not in people's.
    Set<String> GROUP_WORDS = Set.of(
            "agency",
            "alliance",
            "association",
            "authors",
            "board",
            "centre",
            "center",
            "collaboration",
            "collaborative",
            "collaborators",
            "commission",
            "committee",
            "consortium",
            "council",
            "department",
            "federation",
            "foundation",
            "government",
            "group",
            "hospital",
            "initiative",
            "institute",
            "investigators",
            "ministry",
            "network",
            "office",
            "organisation",
            "organization",
            "programme",
            "program",
            "service",
            "services",
            "society",
            "study",
            "team",
            "trial",
            "trust",
            "union",
            "unit",
            "university",
            "of",
            "for",
            "and",
            "the",
            "on");

    Pattern SPACE = Pattern.compile("\\s+");
    Pattern SUFFIX = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV");
    Pattern DIGIT = Pattern.compile(".*\\d.*");

    /// The last word is the family name, with the small words right before it (`van der Berg`) and without a
    /// suffix after it. A name with a word that groups have, or a digit, is a group's; one with a comma stays
    /// as it is.
    static AuthorName of(String display) {
        String name = SPACE.matcher(display.strip()).replaceAll(" ");
        List<String> words = Arrays.asList(SPACE.split(name, -1));
        boolean group = DIGIT.matcher(name).matches()
                || words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""))
                        .anyMatch(GROUP_WORDS::contains);
        if (group || words.size() == 1 || name.indexOf(',') >= 0) {
            return new Whole(name, group);
        }
        boolean suffixed = words.size() > 2 && SUFFIX.matcher(words.getLast()).matches();
        int end = suffixed ? words.size() - 1 : words.size();
        int family = end - 1;
        while (family > 1 && Character.isLowerCase(words.get(family - 1).codePointAt(0))) {
            family--;
        }
        return new Person(
                String.join(" ", words.subList(family, end)),
                String.join(" ", words.subList(0, family)),
                suffixed ? words.getLast() : "");
    }

    /// What a citation key names an author by.
    default String family() {
        return switch (this) {
            case Person(String family, String given, String suffix) -> family;
            case Whole(String name, boolean group) -> name.replaceFirst(",.*", "");
        };
    }
}
