// Names of languages as files give them, as BCP 47 tags.
package org.quoin.intake.document;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

final class Languages {
    /// Two-letter codes by the three-letter codes that MEDLINE uses: terminological as Java knows them, and the
    /// bibliographic ones that differ.
    private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

    private Languages() {}

    /// Empty where the value names no language.
    static Optional<String> tag(String value) {
        String code = value.strip().replace('_', '-');
        if (code.length() == 3) {
            return Optional.ofNullable(BY_THREE_LETTERS.get(code.toLowerCase(Locale.ROOT)));
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(code).build().toLanguageTag();
            return tag.equals("und") ? Optional.empty() : Optional.of(tag);
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
