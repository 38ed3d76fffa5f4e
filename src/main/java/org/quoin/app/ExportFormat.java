// The forms in which the base can be written out.
package org.quoin.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quoin.model.Problem;

public enum ExportFormat {
    /// One named graph a paper; importing it gives the same base.
    TRIG,
    /// All triples of the papers in one graph.
    TURTLE,
    /// The same as JSON, with Quoin's context.
    JSONLD,
    /// One row a quote, for spreadsheets and notebooks.
    CSV;

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the formats
    public static ExportFormat named(String name) {
        List<String> names = Arrays.stream(values())
                .map(f -> f.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = names.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw Problem.invalid(
                    "there is no export format «" + name + "»; the formats are " + String.join(", ", names));
        }
        return values()[at];
    }
}
