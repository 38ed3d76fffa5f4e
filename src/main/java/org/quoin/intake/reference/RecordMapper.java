// Makes documents of records, by what the names of their fields mean.
package org.quoin.intake.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Fields;
import org.quoin.intake.document.Languages;
import org.quoin.intake.document.Metadata;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.Records;

/// Of fields that say the same in several ways the first is taken, in the order of the format's table. What has
/// no place in the metadata is counted by kind. Stateless.
final class RecordMapper {
    private static final Pattern NO_ABSTRACT =
            Pattern.compile("\\[?no abstract(?: is)? available\\.?]?", Pattern.CASE_INSENSITIVE);

    /// What screening tools write into the notes of a record.
    private static final Pattern SCREENING_LABEL = Pattern.compile("ASReview_|RAYYAN-(?:INCLUSION|LABELS|EXCLUSION)");

    private static final Pattern SEMICOLON = Pattern.compile(";");

    private final FieldNames names;

    RecordMapper(FieldNames names) {
        this.names = names;
    }

    /// Whether a record has anything to be quoted from.
    boolean hasWords(RawRecord record) {
        return Stream.of(Field.TITLE, Field.OTHER_TITLE, Field.ABSTRACT)
                .anyMatch(field -> values(record, field).findAny().isPresent());
    }

    void map(RawRecord record, Records records) {
        String title = title(record);
        Metadata metadata = new Metadata(
                title,
                null,
                authors(record),
                publication(record, title),
                identifiers(record),
                values(record, Field.LANGUAGE)
                        .flatMap(SEMICOLON::splitAsStream)
                        .flatMap(value -> Languages.tag(value.strip().replaceFirst("\\.$", "")).stream())
                        .findFirst()
                        .orElse(null),
                keywords(record),
                values(record, Field.TYPE).distinct().toList(),
                first(record, Field.LICENCE),
                List.of());
        countLost(record, metadata, records);
        records.add(key(record, metadata.identifiers()), metadata, abstracts(record));
    }

    private @Nullable String title(RawRecord record) {
        return Stream.concat(values(record, Field.TITLE), values(record, Field.OTHER_TITLE))
                .findFirst()
                .map(title -> values(record, Field.SUBTITLE)
                        .filter(subtitle -> !title.contains(subtitle))
                        .findFirst()
                        .map(subtitle -> title + (title.endsWith(":") || title.endsWith("?") ? " " : ": ") + subtitle)
                        .orElse(title))
                .orElse(null);
    }

    private List<Author> authors(RawRecord record) {
        return values(record, Field.AUTHOR)
                .flatMap(SEMICOLON::splitAsStream)
                .flatMap(name -> Names.author(name).stream())
                .toList();
    }

    private List<String> abstracts(RawRecord record) {
        Set<String> seen = new HashSet<>();
        return record.names().stream()
                .filter(names.of(Field.ABSTRACT)::contains)
                .flatMap(name -> record.all(name).stream())
                .map(Markup::plain)
                .filter(words -> Fields.words(words)
                        .filter(one -> !NO_ABSTRACT.matcher(one).matches() && seen.add(one))
                        .isPresent())
                .toList();
    }

    private Publication publication(RawRecord record, @Nullable String title) {
        return new Publication(
                values(record, Field.CONTAINER)
                        .filter(container -> !container.equals(title))
                        .findFirst()
                        .orElse(null),
                first(record, Field.VOLUME),
                first(record, Field.ISSUE),
                values(record, Field.PAGES)
                        .findFirst()
                        .flatMap(Pages::of)
                        .or(() -> Pages.of(first(record, Field.FIRST_PAGE), first(record, Field.LAST_PAGE)))
                        .orElse(null),
                first(record, Field.PUBLISHER),
                Dates.earliest(values(record, Field.DATE).toList()).orElse(null));
    }

    private Identifiers identifiers(RawRecord record) {
        List<String> links = record.all(names.of(Field.LINK)).toList();
        boolean pubmed = values(record, Field.DATABASE).anyMatch(Identifying::isPubmed);
        List<String> serials = values(record, Field.SERIAL_NUMBER).toList();
        return new Identifiers(
                values(record, Field.DOI)
                        .flatMap(value -> Fields.doi(value).stream())
                        .findFirst()
                        .or(() -> Identifying.doi(links))
                        .orElse(null),
                record.all(names.of(Field.PMID))
                        .flatMap(value -> Fields.pmid(value).stream())
                        .findFirst()
                        .or(() -> Identifying.pmid(links))
                        .or(() -> pubmed
                                ? record.all(names.of(Field.ACCESSION))
                                        .flatMap(value -> Fields.pmid(value).stream())
                                        .findFirst()
                                : Optional.empty())
                        .orElse(null),
                record.all(names.of(Field.PMCID))
                        .flatMap(value -> Fields.pmcid(value).stream())
                        .findFirst()
                        .or(() -> Identifying.pmcid(links))
                        .orElse(null),
                Identifying.issns(serials),
                Identifying.isbns(serials));
    }

    private List<String> keywords(RawRecord record) {
        List<String> lines = record.all(names.of(Field.KEYWORDS))
                .map(Markup::plain)
                .flatMap(String::lines)
                .flatMap(line -> Fields.words(line).stream())
                .toList();
        Stream<String> listed = lines.size() == 1 ? SEMICOLON.splitAsStream(lines.getFirst()) : lines.stream();
        return Stream.concat(listed, values(record, Field.KEYWORD))
                .map(keyword -> keyword.strip().replaceFirst("^\\*", ""))
                .flatMap(keyword -> Fields.words(keyword).stream())
                .distinct()
                .toList();
    }

    private void countLost(RawRecord record, Metadata metadata, Records records) {
        String title = metadata.title();
        values(record, Field.TITLE)
                .distinct()
                .filter(other -> !other.equals(title) && (title == null || !title.startsWith(other)))
                .forEach(other -> records.notes().add(What.RECORD_FIELD, "another title"));
        for (String name : record.names()) {
            What what = names.lost(name);
            if (what != null) {
                record.all(name).stream()
                        .filter(value -> !isNumber(name, value, metadata.identifiers()))
                        .map(value -> SCREENING_LABEL.matcher(value).find() ? What.SCREENING_LABEL : what)
                        .forEach(lost -> records.notes().add(lost, name));
            }
        }
    }

    /// Whether a value was no more than a number that is kept.
    private boolean isNumber(String name, String value, Identifiers identifiers) {
        return value.equals(identifiers.pmid()) || (names.of(Field.LINK).contains(name) && Identifying.isNumber(value));
    }

    private @Nullable String key(RawRecord record, Identifiers identifiers) {
        if (identifiers.pmid() != null) {
            return "PMID " + identifiers.pmid();
        }
        return identifiers.doi() != null ? identifiers.doi() : first(record, Field.KEY);
    }

    private @Nullable String first(RawRecord record, Field field) {
        return values(record, field).findFirst().orElse(null);
    }

    private Stream<String> values(RawRecord record, Field field) {
        return record.all(names.of(field)).flatMap(value -> Fields.words(Markup.plain(value)).stream());
    }
}
