// What the rows or the columns of a matrix are.
package org.quoin.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.quoin.graph.Vocabulary;
import org.quoin.model.Problem;

/// Written as people write it: `study`, `kind`, `factor`, `factor:1`.
public sealed interface Axis {
    /// What stands for `factor:1`: the broadest factors.
    String CATEGORY = "category";

    /// What every item has without the ontology's schemes.
    enum Plain implements Axis {
        STUDY,
        KIND,
        /// Who speaks in a quote: an item has every voice of its quotes.
        VOICE,
        /// How far its coding has been reviewed.
        STATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The concepts of a scheme. A concept takes in what is narrower, at whatever depth it is shown.
    ///
    /// @param scheme its name: `factor`, `setting`, `country`
    /// @param depth 1 for the broadest concepts, 2 for those directly below them, and so on; 0 for the concepts
    ///     that evidence was coded with, at whatever depth they stand
    record Concepts(String scheme, int depth) implements Axis {
        @Override
        public String toString() {
            return depth == 0 ? scheme : scheme + ":" + depth;
        }
    }

    /// @param text `study`, `kind`, `voice`, `state`, `category`, the name of a scheme or `SCHEME:DEPTH`
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming what there is
    static Axis parse(String text, Vocabulary vocabulary) {
        for (Plain plain : Plain.values()) {
            if (plain.toString().equals(text)) {
                return plain;
            }
        }
        if (text.equals(CATEGORY)) {
            return new Concepts("factor", 1);
        }
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? text : text.substring(0, colon);
        String depth = colon < 0 ? "0" : text.substring(colon + 1);
        if (!vocabulary.schemes().containsKey(scheme)) {
            throw Problem.invalid("there is no axis «" + text + "»; the axes are "
                    + String.join(", ", names(vocabulary)) + ", and SCHEME:DEPTH such as factor:1");
        }
        if (colon >= 0 && !depth.matches("[1-9]")) {
            throw Problem.invalid("the depth in «" + text + "» must be 1 for the broadest concepts of " + scheme
                    + ", or a digit up to 9 for narrower ones");
        }
        return new Concepts(scheme, Integer.parseInt(depth));
    }

    /// What [#parse] takes, without depths.
    static List<String> names(Vocabulary vocabulary) {
        return Stream.concat(
                        Stream.concat(Arrays.stream(Plain.values()).map(Plain::toString), Stream.of(CATEGORY)),
                        vocabulary.schemes().keySet().stream().filter(name -> !name.equals(Plain.VOICE.toString())))
                .toList();
    }
}
