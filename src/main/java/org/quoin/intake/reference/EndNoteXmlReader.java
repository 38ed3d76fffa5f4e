// Reads EndNote's XML export, which Bookends, Zotero and others write too.
package org.quoin.intake.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Xml;
import org.quoin.intake.document.XmlElement;

/// Values are cut into pieces by how they look (`style`); the pieces make one value again.
final class EndNoteXmlReader implements DocumentReader {
    private static final Pattern RECORDS = Pattern.compile("<records[\\s/>].*", Pattern.DOTALL);

    /// @param name what the value is called here
    /// @param path down from the record
    @SuppressWarnings("ArrayRecordComponent")
    private record Place(String name, String... path) {}

    /// Where values stand in a record that are not simply its children.
    private static final List<Place> NESTED = List.of(
            new Place("title", "titles", "title"),
            new Place("secondary-title", "titles", "secondary-title"),
            new Place("short-title", "titles", "short-title"),
            new Place("translated-title", "titles", "translated-title"),
            new Place("full-title", "periodical", "full-title"),
            new Place("abbr-1", "periodical", "abbr-1"),
            new Place("author", "contributors", "authors", "author"),
            new Place("secondary-author", "contributors", "secondary-authors", "author"),
            new Place("year", "dates", "year"),
            new Place("date", "dates", "pub-dates", "date"),
            new Place("keyword", "keywords", "keyword"),
            new Place("related-url", "urls", "related-urls", "url"),
            new Place("web-url", "urls", "web-urls", "url"),
            new Place("pdf-url", "urls", "pdf-urls", "url"),
            new Place("image-url", "urls", "image-urls", "url"));

    /// The elements that hold these.
    private static final Set<String> HOLDERS = Set.of(
            "titles", "periodical", "alt-periodical", "contributors", "dates", "keywords", "urls", "foreign-keys");

    private static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "title")
            .with(Field.OTHER_TITLE, "short-title", "translated-title")
            .with(Field.ABSTRACT, "abstract")
            .with(Field.AUTHOR, "author")
            .with(Field.CONTAINER, "full-title", "secondary-title", "abbr-1")
            .with(Field.VOLUME, "volume")
            .with(Field.ISSUE, "number", "issue")
            .with(Field.PAGES, "pages")
            .with(Field.PUBLISHER, "publisher")
            .with(Field.DATE, "year", "date")
            .with(Field.DOI, "electronic-resource-num")
            .with(Field.SERIAL_NUMBER, "isbn")
            .with(Field.LANGUAGE, "language")
            .with(Field.KEYWORDS, "keyword")
            .with(Field.TYPE, "type", "work-type")
            .with(Field.KEY, "rec-number")
            .with(Field.DATABASE, "remote-database-name")
            .with(Field.ACCESSION, "accession-num")
            .with(Field.LINK, "related-url", "web-url", "custom2", "user16")
            .with(Field.ATTACHMENT, "pdf-url", "image-url")
            .with(Field.BOOKKEEPING, "rec-number", "database", "source-app", "ref-type");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "EndNote XML";
    }

    @Override
    public boolean recognises(Source source) {
        return Xml.rootName(source)
                .filter(root ->
                        (root.equals("xml") && RECORDS.matcher(source.head()).find()) || root.equals("records"))
                .isPresent();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Records records = new Records(name(), budget);
        Xml.parse(source, budget, records.notes(), Set.of("record"), element -> MAPPER.map(record(element), records));
        return records.reading();
    }

    private static RawRecord record(XmlElement element) {
        RawRecord record = new RawRecord();
        element.child("ref-type").ifPresent(type -> record.add("type", type.attribute("name")));
        element.children()
                .filter(child -> !HOLDERS.contains(child.name()))
                .forEach(child -> record.add(child.name(), words(child)));
        for (Place place : NESTED) {
            element.all(place.path()).forEach(value -> record.add(place.name(), words(value)));
        }
        return record;
    }

    /// White space between pieces is how the file is laid out; white space inside them belongs to the value.
    private static String words(XmlElement element) {
        StringBuilder words = new StringBuilder();
        boolean inPieces = element.has("style");
        element.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String more) {
                if (!inPieces || !more.isBlank()) {
                    words.append(more);
                }
            }

            @Override
            public void element(XmlElement child) {
                words.append(EndNoteXmlReader.words(child));
            }
        });
        return words.toString();
    }
}
