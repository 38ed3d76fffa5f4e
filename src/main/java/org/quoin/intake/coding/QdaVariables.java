// The variables of sources in REFI-QDA that tell of a paper: its title, authors, year, identifiers, abstract.
package org.quoin.intake.coding;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

/// REFI-QDA has no fields for a bibliography; people and Quoin keep one in variables, which are told by their
/// names.
final class QdaVariables {
    private final Tally<What> tally;
    private final Map<String, String> names = new HashMap<>();

    /// A variable that a bibliography is made of.
    enum Field {
        TITLE("Title", "Text"),
        AUTHORS("Authors", "Text"),
        YEAR("Year", "Integer"),
        DOI("DOI", "Text"),
        PMID("PMID", "Text"),
        ABSTRACT("Abstract", "Text");

        private final String label;
        private final String type;

        Field(String label, String type) {
            this.label = label;
            this.type = type;
        }

        String label() {
            return label;
        }

        /// As REFI-QDA calls it: a value stands in an element named after it.
        String type() {
            return type;
        }

        /// The id of this variable in every file that Quoin writes.
        String guid() {
            return Guids.of("variable", label);
        }

        /// Empty when there is none.
        String value(Bibliography bibliography) {
            return switch (this) {
                case TITLE -> orEmpty(bibliography.title());
                case AUTHORS -> String.join("; ", bibliography.authors());
                case YEAR ->
                    bibliography.year() == null ? "" : bibliography.year().toString();
                case DOI -> orEmpty(bibliography.doi());
                case PMID -> orEmpty(bibliography.pmid());
                case ABSTRACT -> orEmpty(bibliography.summary());
            };
        }

        private static String orEmpty(@Nullable String value) {
            return value == null ? "" : value;
        }

        private static Optional<Field> named(String name) {
            String wanted = name.strip().toLowerCase(Locale.ROOT);
            return Stream.of(values())
                    .filter(field -> wanted.equals(field.label.toLowerCase(Locale.ROOT))
                            || (field == AUTHORS && wanted.equals("author")))
                    .findFirst();
        }
    }

    QdaVariables(XmlElement project, Tally<What> tally) {
        this.tally = tally;
        project.all("Variables", "Variable")
                .forEach(
                        variable -> names.put(Guids.canonical(variable.attribute("guid")), variable.attribute("name")));
    }

    Bibliography bibliography(XmlElement source) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        source.children("VariableValue").forEach(value -> {
            String name = value.child("VariableRef")
                    .map(reference -> names.getOrDefault(Guids.canonical(reference.attribute("targetGUID")), ""))
                    .orElse("");
            String words = value.children()
                    .filter(child -> child.name().endsWith("Value"))
                    .map(XmlElement::text)
                    .collect(Collectors.joining());
            if (words.isBlank()) {
                return;
            }
            Optional<Field> field = Field.named(name).filter(known -> known != Field.YEAR || isYear(words));
            if (field.isEmpty() || values.putIfAbsent(field.orElseThrow(), words) != null) {
                tally.add(What.VARIABLE, name);
            }
        });
        return new Bibliography(
                values.get(Field.TITLE),
                authors(values.getOrDefault(Field.AUTHORS, "")),
                Optional.ofNullable(values.get(Field.YEAR))
                        .map(year -> Integer.valueOf(year.strip()))
                        .orElse(null),
                values.get(Field.DOI),
                values.get(Field.PMID),
                values.get(Field.ABSTRACT));
    }

    /// Names between semicolons.
    static List<String> authors(String words) {
        return Stream.of(words.split(";", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static boolean isYear(String words) {
        return words.strip().matches("\\d{4}");
    }
}
