// A part of a report: what stands below what.
package org.quoin.app.export.report;

import java.util.List;
import java.util.stream.Stream;

public sealed interface Block {
    /// All that a reader sees of it, in the order of reading.
    Stream<Run> runs();

    /// @param level 2 for a main part, 3 for one within it
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 2 || level > 3) {
                throw new IllegalArgumentException("a heading of level " + level);
            }
        }

        @Override
        public Stream<Run> runs() {
            return Stream.of(new Run.Text(text));
        }
    }

    record Paragraph(List<Run> runsInIt) implements Block {
        public Paragraph {
            runsInIt = List.copyOf(runsInIt);
        }

        public static Paragraph of(String text) {
            return new Paragraph(List.of(new Run.Text(text)));
        }

        @Override
        public Stream<Run> runs() {
            return runsInIt.stream();
        }
    }

    /// Words of a source that stand by themselves.
    ///
    /// @param place who says it, and where
    record Quote(Run.Words words, List<Run> place) implements Block {
        public Quote {
            place = List.copyOf(place);
        }

        @Override
        public Stream<Run> runs() {
            return Stream.concat(Stream.of(words), place.stream());
        }
    }

    record Bullets(List<List<Run>> items) implements Block {
        public Bullets {
            items = items.stream().map(List::copyOf).toList();
        }

        public static Bullets of(List<String> lines) {
            return new Bullets(
                    lines.stream().map(line -> List.<Run>of(new Run.Text(line))).toList());
        }

        @Override
        public Stream<Run> runs() {
            return items.stream().flatMap(List::stream);
        }
    }

    /// The first cell of a row says what the row is about.
    ///
    /// @param rows each with as many cells as there are columns
    record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a table with a row that is not as wide as its head: " + caption);
            }
        }

        @Override
        public Stream<Run> runs() {
            return Stream.of(
                            Stream.<Run>of(new Run.Text(caption)),
                            columns.stream().<Run>map(column -> new Run.Text(column.heading())),
                            rows.stream().flatMap(List::stream).flatMap(Cell::runs))
                    .flatMap(runs -> runs);
        }
    }

    /// @param millimetres that it needs on paper at least
    record Column(String heading, int millimetres) {}

    record Cell(List<List<Run>> paragraphs) {
        public Cell {
            paragraphs = paragraphs.stream().map(List::copyOf).toList();
        }

        public static Cell of(Run... runs) {
            return new Cell(List.of(List.of(runs)));
        }

        public static Cell of(String text) {
            return of(new Run.Text(text));
        }

        Stream<Run> runs() {
            return paragraphs.stream().flatMap(List::stream);
        }
    }

    /// The works that are cited.
    record References(List<Reference> entries) implements Block {
        public References {
            entries = List.copyOf(entries);
        }

        @Override
        public Stream<Run> runs() {
            return entries.stream().flatMap(entry -> entry.runs().stream());
        }
    }

    /// @param key what a citation names it by
    record Reference(String key, List<Run> runs) {
        public Reference {
            runs = List.copyOf(runs);
        }
    }
}
