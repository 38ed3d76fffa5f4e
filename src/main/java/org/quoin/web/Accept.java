// Chooses among media types by the `Accept` header (RFC 9110, 12.5.1).
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// @param ranges what the client takes, in the order of the header
record Accept(List<Range> ranges) {
    static final String HTML = "text/html";

    /// @param type `*` for any
    /// @param subtype `*` for any
    /// @param weight from 0 (not wanted) to 1
    record Range(String type, String subtype, double weight) {
        private int specificity() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }

        private boolean matches(String mediaType) {
            int slash = mediaType.indexOf('/');
            return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                    && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
        }
    }

    static Accept of(Context ctx) {
        return parse(ctx.header("Accept"));
    }

    static Accept parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Accept(List.of(new Range("*", "*", 1)));
        }
        var ranges = new ArrayList<Range>();
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.split(";", -1);
            String[] names = pieces[0].strip().split("/", -1);
            if (names.length == 2) {
                ranges.add(new Range(names[0], names[1], weight(pieces)));
            }
        }
        return new Accept(List.copyOf(ranges));
    }

    /// What the client likes best; of equals the one offered first. Empty when it takes none.
    <T> Optional<T> best(List<T> offered, Function<T, String> mediaType) {
        return offered.stream()
                .filter(offer -> weight(mediaType.apply(offer)) > 0)
                // max() keeps the last of equals, min() the first.
                .min(Comparator.comparingDouble(offer -> -weight(mediaType.apply(offer))));
    }

    /// Whether the client is a browser, so to speak: it names HTML and likes nothing else that is offered
    /// better.
    boolean prefersHtml(String... others) {
        return ranges.stream()
                        .anyMatch(range ->
                                range.type().equals("text") && range.subtype().equals("html") && range.weight() > 0)
                && List.of(others).stream().noneMatch(other -> weight(other) > weight(HTML));
    }

    private double weight(String mediaType) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(Range::specificity))
                .map(Range::weight)
                .orElse(0.0);
    }

    private static double weight(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i].strip();
            if (piece.startsWith("q=")) {
                try {
                    return Math.clamp(Double.parseDouble(piece.substring(2)), 0.0, 1.0);
                } catch (NumberFormatException unreadable) {
                    // A weight nobody can read is as good as none; the range itself is still wanted.
                    return 1;
                }
            }
        }
        return 1;
    }
}
