// How a paper is called where people see it.
package org.quoin.app;

import org.quoin.graph.PaperRecord;

/// A title is never made up: a paper without one is called by its own first words.
public final class Labels {
    private static final int WORDS = 8;

    private Labels() {}

    /// The title, or «Untitled: "first words …"».
    public static String of(PaperRecord record) {
        String title = record.paper().title();
        return title != null ? title : untitled(record.text().value());
    }

    static String untitled(String text) {
        String[] words = text.strip().split("\\s+", WORDS + 1);
        String first = String.join(" ", java.util.Arrays.copyOf(words, Math.min(WORDS, words.length)));
        return "Untitled: “" + first + (words.length > WORDS ? " …”" : "”");
    }
}
