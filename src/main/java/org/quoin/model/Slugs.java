// Short names that are safe in an IRI path, a file name and a command line.
package org.quoin.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

public final class Slugs {
    /// Longest slug accepted, in characters (all of them ASCII).
    public static final int MAX_LENGTH = 80;

    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private Slugs() {}

    /// Makes a slug of any words, cut at a word's end to at most `maxLength` characters.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when the words hold no Latin letter and no digit
    public static String of(String words, int maxLength) {
        String slug = ofOrEmpty(words, maxLength);
        if (slug.isEmpty()) {
            throw Problem.invalid(
                    "no short name can be made of «" + words + "»: give one of letters a-z, digits, hyphens");
        }
        return slug;
    }

    /// The same, but empty when the words hold no Latin letter and no digit.
    public static String ofOrEmpty(String words, int maxLength) {
        String plain = COMBINING
                .matcher(Normalizer.normalize(words, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = OTHER.matcher(plain).replaceAll("-");
        slug = slug.replaceAll("^-|-$", "");
        if (slug.length() > maxLength) {
            int cut = slug.lastIndexOf('-', maxLength);
            slug = slug.substring(0, cut > 0 ? cut : maxLength);
        }
        return slug;
    }

    static void require(String what, String value) {
        if (value.length() > MAX_LENGTH || !isSlug(value)) {
            throw Problem.invalid(
                    what + " «" + value + "» must be lower-case letters a-z, digits and single hyphens, at most "
                            + MAX_LENGTH + " characters");
        }
    }

    /// Looked at letter by letter: every identifier of a base comes past here, most of them with each question.
    private static boolean isSlug(String value) {
        char last = '-';
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            boolean letterOrDigit = (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
            if (!letterOrDigit && (next != '-' || last == '-')) {
                return false;
            }
            last = next;
        }
        return last != '-';
    }
}
