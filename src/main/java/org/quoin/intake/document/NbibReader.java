// Reads MEDLINE's tagged format (.nbib): records of title and abstract, one document each.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;
import org.quoin.text.NormalisedText;

/// The labels of a structured abstract stand inside its one paragraph (`METHODS: We asked ...`); there they
/// stay, and begin sections where they stand in capitals at the beginning of a sentence.
final class NbibReader implements DocumentReader {
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]{1,3}) *- ?(.*)");
    private static final Pattern RECORD = Pattern.compile("\\A\\s*PMID- *\\d+\\s*\\n");
    private static final Pattern LABEL =
            Pattern.compile("(?:\\A|(?<=[.?!)\"”] ))(\\p{Lu}[\\p{Lu} /&,-]{2,80}): (?=\\S)");

    @Override
    public String name() {
        return "MEDLINE (nbib)";
    }

    @Override
    public boolean recognises(Source source) {
        return RECORD.matcher(source.head().replace("\r\n", "\n")).lookingAt();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Notes encoding = new Notes();
        String all = NormalisedText.of(Encodings.decode(source, encoding)).value();
        List<ReadDocument> documents = new ArrayList<>();
        Map<String, List<String>> record = new LinkedHashMap<>();
        String tag = "";
        for (String line : all.split("\n", -1)) {
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                tag = field.group(1);
                if (tag.equals("PMID") && !record.isEmpty()) {
                    documents.add(read(record, budget, encoding));
                    record = new LinkedHashMap<>();
                }
                record.computeIfAbsent(tag, key -> new ArrayList<>()).add(field.group(2));
            } else if (line.startsWith("      ") && record.containsKey(tag)) {
                List<String> values = record.get(tag);
                values.set(values.size() - 1, values.getLast() + " " + line.strip());
            }
        }
        documents.add(read(record, budget, encoding));
        return new Reading.Documents(documents);
    }

    private ReadDocument read(Map<String, List<String>> record, Budget budget, Notes encoding) {
        Notes notes = new Notes();
        TextBuilder text = new TextBuilder(budget, notes);
        Optional<String> title = first(record, "TI").or(() -> first(record, "BTI"));
        title.ifPresent(words -> text.block(PartKind.TITLE, words));
        for (String words : record.getOrDefault("AB", List.of())) {
            summary(Words.collapsed(words), text);
        }
        for (String words : record.getOrDefault("OAB", List.of())) {
            summary(Words.collapsed(words), text);
        }
        List<Note> all =
                Stream.concat(encoding.all().stream(), notes.all().stream()).toList();
        return new ReadDocument(
                name(),
                text.text("has a record without title and abstract (PMID "
                        + first(record, "PMID").orElse("missing") + ")"),
                metadata(record, title.orElse(null)),
                text.parts(),
                List.of(),
                all);
    }

    /// Sections are blocks of their own, label first; nothing is added and nothing left out but the space
    /// between.
    private static void summary(String words, TextBuilder text) {
        text.open(PartKind.ABSTRACT);
        Matcher label = LABEL.matcher(words);
        int from = 0;
        boolean inSection = false;
        while (label.find()) {
            text.block(PartKind.PARAGRAPH, words.substring(from, label.start()).strip());
            if (inSection) {
                text.close();
            }
            text.open(PartKind.SECTION);
            text.heading(label.group(1) + ":");
            inSection = true;
            from = label.end();
        }
        text.block(PartKind.PARAGRAPH, words.substring(from).strip());
        if (inSection) {
            text.close();
        }
        text.close();
    }

    private static Metadata metadata(Map<String, List<String>> record, @Nullable String title) {
        List<String> orcids = record.getOrDefault("AUID", List.of());
        List<String> full = record.getOrDefault("FAU", List.of());
        List<Author> authors = new ArrayList<>();
        for (String name : full.isEmpty() ? record.getOrDefault("AU", List.of()) : full) {
            authors.add(person(name, full.size() == 1 && orcids.size() == 1 ? orcids.getFirst() : null));
        }
        record.getOrDefault("CN", List.of()).forEach(name -> authors.add(new Author.Collective(name)));
        return new Metadata(
                title,
                null,
                authors,
                new Publication(
                        first(record, "JT").or(() -> first(record, "TA")).orElse(null),
                        first(record, "VI").orElse(null),
                        first(record, "IP").orElse(null),
                        first(record, "PG").orElse(null),
                        null,
                        first(record, "DP").flatMap(NbibReader::date).orElse(null)),
                new Identifiers(
                        Stream.concat(
                                        record.getOrDefault("LID", List.of()).stream(),
                                        record.getOrDefault("AID", List.of()).stream())
                                .filter(id -> id.endsWith("[doi]"))
                                .flatMap(id -> Fields.doi(id).stream())
                                .findFirst()
                                .orElse(null),
                        first(record, "PMID").flatMap(Fields::pmid).orElse(null),
                        first(record, "PMC").flatMap(Fields::pmcid).orElse(null),
                        record.getOrDefault("IS", List.of()).stream()
                                .map(issn -> issn.replaceAll(" .*", ""))
                                .distinct()
                                .toList(),
                        record.getOrDefault("ISBN", List.of())),
                first(record, "LA").flatMap(Languages::tag).orElse(null),
                record.getOrDefault("OT", List.of()),
                record.getOrDefault("PT", List.of()),
                first(record, "CI").orElse(null),
                List.of());
    }

    /// `Family, Given`.
    private static Author person(String name, @Nullable String orcid) {
        int comma = name.indexOf(',');
        String known = Fields.orcid(orcid).orElse(null);
        return comma < 0
                ? new Author.Person(name.strip(), null, null, known)
                : new Author.Person(
                        name.substring(0, comma).strip(),
                        name.substring(comma + 1).strip(),
                        null,
                        known);
    }

    /// `2015 Nov 24`.
    private static Optional<Metadata.Date> date(String value) {
        String[] parts = value.split(" ", 3);
        return Fields.date(parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
    }

    private static Optional<String> first(Map<String, List<String>> record, String tag) {
        return record.getOrDefault(tag, List.of()).stream()
                .flatMap(value -> Fields.words(value).stream())
                .findFirst();
    }
}
