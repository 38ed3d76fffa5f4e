// The pages of a record in one form: `11-19`.
package org.quoin.intake.reference;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Fields;

final class Pages {
    /// The hyphens, dashes and minus signs that stand between numbers of pages.
    private static final Pattern DASH = Pattern.compile("\\s*[-\\u2010-\\u2015\\u2212]+\\s*");

    private static final Pattern LABEL =
            Pattern.compile("^(?:pp?|pages?)\\.?\\s+(?=\\w*\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NONE =
            Pattern.compile("no(?:-specified| specified| pagination.*)?|n/?a|-", Pattern.CASE_INSENSITIVE);

    private Pages() {}

    static Optional<String> of(String pages) {
        String plain = LABEL.matcher(pages.strip()).replaceFirst("");
        return Fields.words(DASH.matcher(plain).replaceAll("-"))
                .filter(value -> !NONE.matcher(value).matches());
    }

    /// @param first may be a range already
    static Optional<String> of(@Nullable String first, @Nullable String last) {
        boolean range =
                first != null && of(first).filter(pages -> pages.contains("-")).isPresent();
        return Fields.pages(first, range ? null : last).flatMap(Pages::of);
    }
}
