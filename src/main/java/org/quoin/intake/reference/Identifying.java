// Numbers by which a paper or its journal is registered, as they stand in addresses and remarks.
package org.quoin.intake.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quoin.intake.document.Fields;

/// A DOI inside a sentence or a list of references may be another paper's; so a value counts only where it is
/// nothing but the number, its address, or the number with its name.
final class Identifying {
    private static final Pattern DOI =
            Pattern.compile("(?:doi:?\\s*|https?://(?:dx\\.)?doi\\.org/)10\\..*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PMID = Pattern.compile(
            "(?:pmid:?\\s*|https?://(?:www\\.)?ncbi\\.nlm\\.nih\\.gov/pubmed/|https?://pubmed\\.ncbi\\.nlm\\.nih\\.gov/)"
                    + "(\\d{1,9})/?|(\\d{1,9})\\s*\\[pmid]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PMCID = Pattern.compile(
            "(?:pmcid:?\\s*|https?://(?:www\\.|pmc\\.)?ncbi\\.nlm\\.nih\\.gov/(?:pmc/)?articles/)?(PMC\\d{3,9})"
                    + "(?:/.*|\\s*\\[pmcid])?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBMED = Pattern.compile("\\b(?:pubmed|medline|nlm)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;()]+");

    private Identifying() {}

    static Optional<String> doi(List<String> values) {
        return values.stream()
                .filter(value -> DOI.matcher(value).matches())
                .flatMap(value -> Fields.doi(value).stream())
                .findFirst();
    }

    static Optional<String> pmid(List<String> values) {
        return values.stream()
                .map(PMID::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .findFirst();
    }

    static Optional<String> pmcid(List<String> values) {
        return values.stream()
                .map(PMCID::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).toUpperCase(Locale.ROOT))
                .findFirst();
    }

    /// Whether a value is nothing but one of these numbers.
    static boolean isNumber(String value) {
        return Stream.of(DOI, PMID, PMCID)
                .anyMatch(number -> number.matcher(value).matches());
    }

    /// Whether a database of this name numbers its records by PubMed's numbers.
    static boolean isPubmed(String database) {
        return PUBMED.matcher(database).find();
    }

    /// With a hyphen, without what kind they are.
    static List<String> issns(List<String> values) {
        return numbers(values)
                .filter(number -> number.matches("\\d{7}[\\dX]"))
                .map(number -> number.substring(0, 4) + "-" + number.substring(4))
                .distinct()
                .toList();
    }

    /// Digits alone.
    static List<String> isbns(List<String> values) {
        return numbers(values)
                .filter(number -> number.matches("97[89]\\d{10}|\\d{9}[\\dX]"))
                .distinct()
                .toList();
    }

    private static Stream<String> numbers(List<String> values) {
        return values.stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(number -> number.replaceAll("[-\\u2010-\\u2015]", "").toUpperCase(Locale.ROOT));
    }
}
