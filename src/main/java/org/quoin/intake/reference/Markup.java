// HTML and JATS markup inside the values of a record: exports of every format have it.
package org.quoin.intake.reference;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

final class Markup {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private static final String ATTRIBUTES =
            "(?:\\s+[\\w:-]{1,40}\\s*=\\s*(?:\"[^\"<>]{0,400}\"|'[^'<>]{0,400}'))*+\\s*/?";

    /// Only tags that these exports are known to have: `p < 0.05` and `<1661::AID-SIM968>` are words.
    private static final Pattern INLINE = Pattern.compile(
            "</?(?:jats:)?(?:i|b|u|em|strong|italic|bold|sub|sup|inf|sc|scp|small|tt|code|span|font|underline|a|xref"
                    + "|ext-link)" + ATTRIBUTES + ">",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK = Pattern.compile(
            "</?(?:jats:)?(?:p|br|div|sec|title|list|list-item|ul|ol|li|h[1-6]|abstract|body|html)" + ATTRIBUTES + ">",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY =
            Pattern.compile("&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6});");

    private Markup() {}

    /// The words alone: tags taken out, where a tag ends a block a blank line, named characters as characters.
    static String plain(String value) {
        String words = value;
        if (words.indexOf('<') >= 0) {
            words = BLOCK.matcher(words).replaceAll("\n\n");
            words = INLINE.matcher(words).replaceAll("");
        }
        if (words.indexOf('&') >= 0) {
            words = ENTITY.matcher(words)
                    .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), false)));
        }
        return characters(words);
    }

    /// In normal form, without control characters and halves of surrogate pairs, which have no place in a text.
    static String characters(String words) {
        boolean kept = words.codePoints().allMatch(Markup::isKept);
        return NFC.normalize(
                kept
                        ? words
                        : words.codePoints()
                                .filter(Markup::isKept)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private static boolean isKept(int c) {
        return (c >= ' ' || c == '\t' || c == '\n')
                && c != 0x7F
                && c != '\uFEFF'
                && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
