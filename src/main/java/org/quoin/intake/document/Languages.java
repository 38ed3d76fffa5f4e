// Names of languages as files give them, as BCP 47 tags.
package org.quoin.intake.document;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Languages {
    /// Two-letter codes by the three-letter codes that MEDLINE uses: terminological as Java knows them, and the
    /// bibliographic ones that differ.
    private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

    /// Two-letter codes by their English names in lower case.
    private static final Map<String, String> BY_NAME = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    code -> code,
                    (first, second) -> first));

    private Languages() {}

    /// @param value a code of two or three letters, a BCP 47 tag, or an English name
    /// @return empty where the value names no language
    public static Optional<String> tag(String value) {
        String code = value.strip().replace('_', '-');
        String named = BY_NAME.get(code.toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        if (code.length() == 3) {
            return Optional.ofNullable(BY_THREE_LETTERS.get(code.toLowerCase(Locale.ROOT)));
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(code).build().toLanguageTag();
            // Tags whose language has more than three letters are well-formed, but none is in use.
            return tag.equals("und") || tag.matches("[a-z]{4,8}(-.*)?") ? Optional.empty() : Optional.of(tag);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> byThreeLetters() {
        Map<String, String> codes = new HashMap<>(Map.ofEntries(
                Map.entry("ger", "de"),
                Map.entry("fre", "fr"),
                Map.entry("dut", "nl"),
                Map.entry("chi", "zh"),
                Map.entry("cze", "cs"),
                Map.entry("gre", "el"),
                Map.entry("per", "fa"),
                Map.entry("rum", "ro"),
                Map.entry("slo", "sk"),
                Map.entry("ice", "is"),
                Map.entry("mac", "mk"),
                Map.entry("may", "ms"),
                Map.entry("wel", "cy"),
                Map.entry("baq", "eu"),
                Map.entry("arm", "hy"),
                Map.entry("geo", "ka"),
                Map.entry("alb", "sq")));
        for (String code : Locale.getISOLanguages()) {
            try {
                codes.put(Locale.of(code).getISO3Language(), code);
            } catch (MissingResourceException e) {
                throw new IllegalStateException("Java knows its own languages", e);
            }
        }
        return Map.copyOf(codes);
    }
}
