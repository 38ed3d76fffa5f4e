// Small fields of bibliographic metadata, brought into one form or left out.
package org.quoin.intake.document;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Metadata.Date;

public final class Fields {
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern PMCID = Pattern.compile("(?:PMC)?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private Fields() {}

    /// Words with white space as one space, if there are any.
    public static Optional<String> words(@Nullable String value) {
        return Optional.ofNullable(value).map(Words::collapsed).filter(words -> !words.isEmpty());
    }

    /// A DOI in whatever dress, without it.
    public static Optional<String> doi(@Nullable String value) {
        return words(value).map(DOI::matcher).filter(Matcher::find).map(found -> {
            String doi = found.group();
            int end = doi.length();
            while (end > 0 && ".,;".indexOf(doi.charAt(end - 1)) >= 0) {
                end--;
            }
            return doi.substring(0, end);
        });
    }

    /// PubMed's number, digits alone.
    public static Optional<String> pmid(@Nullable String value) {
        return words(value).filter(digits -> DIGITS.matcher(digits).matches());
    }

    /// PubMed Central's number, with or without `PMC`.
    public static Optional<String> pmcid(@Nullable String value) {
        return words(value).map(PMCID::matcher).filter(Matcher::matches).map(match -> "PMC" + match.group(1));
    }

    /// An ORCID in whatever dress, without it.
    public static Optional<String> orcid(@Nullable String value) {
        return words(value)
                .map(text -> ORCID.matcher(text.toUpperCase(Locale.ROOT)))
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    /// The first number in some words that is a year of printing.
    public static Optional<Integer> year(@Nullable String value) {
        return words(value).map(YEAR::matcher).filter(Matcher::find).map(found -> Integer.valueOf(found.group(1)));
    }

    /// @param month a number, or an English name or its first three letters
    public static Optional<Date> date(@Nullable String year, @Nullable String month, @Nullable String day) {
        return year(year).map(y -> {
            Integer m = words(month).flatMap(Fields::month).orElse(null);
            Integer d = m == null ? null : number(day, 31).orElse(null);
            return new Date(y, m, d);
        });
    }

    /// `first-last`, or the one of them that there is.
    public static Optional<String> pages(@Nullable String first, @Nullable String last) {
        return words(first)
                .map(from -> words(last)
                        .filter(to -> !to.equals(from))
                        .map(to -> from + "-" + to)
                        .orElse(from));
    }

    private static Optional<Integer> month(String month) {
        return number(month, 12)
                .or(() -> month.length() < 3
                        ? Optional.empty()
                        : Optional.ofNullable(MONTHS.get(month.substring(0, 3).toLowerCase(Locale.ROOT))));
    }

    private static Optional<Integer> number(@Nullable String value, int highest) {
        return words(value)
                .filter(digits -> DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= highest);
    }
}
