// Divides the lines of a tagged file (RIS, MEDLINE, ISI, EndNote, Ovid) into fields.
package org.quoin.intake.reference;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Budget;

final class TaggedLines {
    private TaggedLines() {}

    /// A field.
    ///
    /// @param value its lines, the blank ones between them too, each without white space at its ends
    /// @param afterBlank whether a blank line stands before it, or nothing
    record Tag(String name, String value, boolean afterBlank) {
        /// The lines as one: for the formats that break lines at a fixed width.
        String unwrapped() {
            return value.replace('\n', ' ');
        }
    }

    /// What a line is.
    sealed interface Line {
        /// It begins a field.
        record Begin(String name, String value) implements Line {}

        /// It goes on with the field before it.
        record More(String words) implements Line {}

        /// It belongs to no field.
        record Other() implements Line {}
    }

    /// Hands over the fields in their order. Lines before the first are no field's.
    ///
    /// @param syntax what a line is that is not blank
    static void read(String text, Function<String, Line> syntax, Budget budget, Consumer<Tag> consumer) {
        Line.@Nullable Begin open = null;
        boolean openAfterBlank = true;
        StringBuilder value = new StringBuilder();
        boolean blank = true;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            budget.useElement(1);
            if (line.isBlank()) {
                blank = true;
                if (!value.isEmpty()) {
                    value.append('\n');
                }
                continue;
            }
            switch (syntax.apply(line)) {
                case Line.Begin begin -> {
                    close(open, value, openAfterBlank, consumer);
                    open = begin;
                    openAfterBlank = blank;
                    value.setLength(0);
                    value.append(begin.value().strip());
                }
                case Line.More(String words) -> value.append('\n').append(words.strip());
                case Line.Other() -> {}
            }
            blank = false;
        }
        close(open, value, openAfterBlank, consumer);
    }

    private static void close(
            Line.@Nullable Begin open, StringBuilder value, boolean afterBlank, Consumer<Tag> consumer) {
        if (open != null) {
            consumer.accept(new Tag(open.name(), value.toString().strip(), afterBlank));
        }
    }
}
