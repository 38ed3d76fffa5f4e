// Names of authors, in the ways that exports write them.
package org.quoin.intake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quoin.intake.document.Fields;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Words;

final class Names {
    private static final Pattern COMMA = Pattern.compile(" ?, ?");

    /// `Liu D.G.`, `van Dyk JM`: a name and initials without a comma between them.
    private static final Pattern WITH_INITIALS = Pattern.compile(
            "((?:\\p{Ll}[\\p{L}'’]* ){0,3}\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*)?)"
                    + " (?!(?:UK|USA?|EU|UN|UAE|NHS|WHO|NICE)$)((?:\\p{Lu}\\.?[ -]?){1,4})");

    private static final int LONGEST_NAME = 100;
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[ -]?){1,4}");
    private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV|2nd|3rd", Pattern.CASE_INSENSITIVE);
    private static final Pattern ET_AL = Pattern.compile("et al\\.?|others|and others", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARK = Pattern.compile("[;\\n]");
    private static final Pattern AND = Pattern.compile(" and ");

    /// A list as programs print it: `['Marx, Karl', "O'Brien, Ada"]`.
    private static final Pattern PRINTED = Pattern.compile("'((?:[^'\\\\]++|\\\\.)*+)'|\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private Names() {}

    /// One author: `Family, Given, Suffix`; `Family Initials`; or a name that nothing divides, which is kept
    /// whole. A name that ends in a comma, or has two together where its first stands, is a group's, as
    /// EndNote writes them. Empty for what is no name (`et al.`).
    static Optional<Author> author(String value) {
        String name = Fields.words(value).orElse("");
        if (name.isEmpty() || ET_AL.matcher(name).matches()) {
            return Optional.empty();
        }
        int twoCommas = name.indexOf(",,");
        if (twoCommas >= 0) {
            return Fields.words(name.substring(0, twoCommas) + name.substring(twoCommas + 1))
                    .map(Author.Collective::new);
        }
        if (name.endsWith(",")) {
            return Fields.words(name.substring(0, name.length() - 1)).map(Author.Collective::new);
        }
        String[] parts = COMMA.split(name, 3);
        if (parts.length == 1) {
            Matcher initials = WITH_INITIALS.matcher(name);
            return Optional.of(
                    name.length() <= LONGEST_NAME && initials.matches()
                            ? person(initials.group(1), initials.group(2), "")
                            : person(name, "", ""));
        }
        if (parts.length == 2) {
            return Optional.of(person(parts[0], parts[1], ""));
        }
        if (SUFFIX.matcher(parts[2]).matches()) {
            return Optional.of(person(parts[0], parts[1], parts[2]));
        }
        return Optional.of(
                SUFFIX.matcher(parts[1]).matches()
                        ? person(parts[0], parts[2], parts[1])
                        : person(parts[0], parts[1] + ", " + parts[2], ""));
    }

    /// One author in the form that [#author(String)] reads.
    static String written(Author author) {
        return switch (author) {
            case Author.Collective(String name) -> name + ",";
            case Author.Person person ->
                person.given() == null && person.suffix() == null
                        ? person.family()
                        : person.family() + ", " + (person.given() == null ? "" : person.given())
                                + (person.suffix() == null ? "" : ", " + person.suffix());
        };
    }

    /// The authors in one cell of a table, one name each. Semicolons part them, or `and`; where there are only
    /// commas, these part names with initials (`Liu R., Adler D.G.`, `Liu, R., Adler, D.G.`) or names of
    /// several words, and otherwise stand inside the one name there is.
    static List<String> list(String cell) {
        String names = cell.strip();
        if (isPrinted(names)) {
            return printed(names);
        }
        if (names.indexOf(';') >= 0 || names.indexOf('\n') >= 0) {
            return divided(names, MARK);
        }
        return divided(Words.collapsed(names), AND).stream()
                .flatMap(some -> byCommas(some).stream())
                .toList();
    }

    static boolean isPrinted(String list) {
        return list.startsWith("[")
                && list.endsWith("]")
                && PRINTED.matcher(list).find();
    }

    /// The items of a list as programs print it.
    static List<String> printed(String list) {
        return PRINTED.matcher(list)
                .results()
                .map(item -> item.group(1) == null ? item.group(2) : item.group(1))
                .map(item -> item.replace("\\'", "'").replace("\\\"", "\""))
                .flatMap(item -> Fields.words(item).stream())
                .toList();
    }

    private static List<String> byCommas(String names) {
        List<String> parts = divided(names, COMMA).stream()
                .filter(part -> !ET_AL.matcher(part).matches())
                .toList();
        if (parts.size() < 2
                || parts.stream()
                        .allMatch(part -> part.length() <= LONGEST_NAME
                                && WITH_INITIALS.matcher(part).matches())) {
            return parts;
        }
        List<String> pairs = new ArrayList<>();
        boolean paired = parts.size() % 2 == 0;
        for (int i = 0; paired && i < parts.size(); i += 2) {
            paired = INITIALS.matcher(parts.get(i + 1)).matches();
            pairs.add(parts.get(i) + ", " + parts.get(i + 1));
        }
        if (paired) {
            return pairs;
        }
        boolean wholeNames = parts.stream().allMatch(part -> part.indexOf(' ') > 0);
        return wholeNames ? parts : List.of(String.join(", ", parts));
    }

    private static List<String> divided(String names, Pattern between) {
        return Stream.of(between.split(names, 0))
                .flatMap(name -> Fields.words(name).stream())
                .toList();
    }

    private static Author person(String family, String given, String suffix) {
        return new Author.Person(
                family.strip(),
                Fields.words(given).orElse(null),
                Fields.words(suffix).orElse(null),
                null);
    }
}
