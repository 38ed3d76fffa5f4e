// Reads the tagged export of Web of Science and its forerunners (.isi, .ciw, savedrecs.txt).
package org.quoin.intake.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.reference.TaggedLines.Line;
import org.quoin.intake.reference.TaggedLines.Tag;

/// A tag is two characters and a space; indented lines go on with the field, and give one author each where it
/// holds authors. `PT` begins a record and `ER` ends it.
final class IsiReader implements DocumentReader {
    /// Also the names of the columns where the same export is a table.
    static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "TI")
            .with(Field.ABSTRACT, "AB")
            .with(Field.AUTHOR, "authors")
            .with(Field.CONTAINER, "SO", "JI", "J9")
            .with(Field.VOLUME, "VL")
            .with(Field.ISSUE, "IS")
            .with(Field.PAGES, "PS")
            .with(Field.FIRST_PAGE, "BP", "AR")
            .with(Field.LAST_PAGE, "EP")
            .with(Field.PUBLISHER, "PU")
            .with(Field.DATE, "PY", "PD")
            .with(Field.DOI, "DI")
            .with(Field.PMID, "PM")
            .with(Field.SERIAL_NUMBER, "SN", "EI", "BN")
            .with(Field.LANGUAGE, "LA")
            .with(Field.KEYWORDS, "DE")
            .with(Field.INDEX_TERM, "ID", "MH", "MQ")
            .with(Field.TYPE, "DT")
            .with(Field.KEY, "UT", "AN")
            .with(Field.LINK, "UT")
            .with(Field.BOOKKEEPING, "AU", "AF", "CA", "GP", "PT", "FN", "VR", "EF", "AN", "UT", "GA", "PG", "DA");

    private static final Pattern TAG = Pattern.compile("([A-Z][A-Z0-9])(?:[ \\t](.*))?");
    private static final Pattern INDENTED = Pattern.compile("(?: {2}|\\t).*");
    private static final Pattern HEAD = Pattern.compile(
            "\\s*(?:FN [^\\n]*\\n\\s*VR [^\\n]*\\n|PT [A-Z][ \\t]*\\r?\\n[A-Z][A-Z0-9] ).*", Pattern.DOTALL);

    /// How Inspec prints what stands below or above the line: `LiNbO/sub 3/`.
    private static final Pattern RAISED = Pattern.compile("\\s?/su[bp]\\s([^/\\n]{1,20}?)\\s?/");

    private static final Set<String> A_LINE_EACH = Set.of("AU", "AF", "CA", "GP");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "Web of Science";
    }

    @Override
    public boolean recognises(Source source) {
        return HEAD.matcher(source.head()).matches();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        return TaggedRecords.read(name(), source, budget, IsiReader::syntax, Division::new);
    }

    private static Line syntax(String line) {
        Matcher tag = TAG.matcher(line);
        if (tag.matches()) {
            return new Line.Begin(tag.group(1), tag.group(2) == null ? "" : tag.group(2));
        }
        return INDENTED.matcher(line).matches() ? new Line.More(line) : new Line.Other();
    }

    /// Full names where the record has them, groups that sign after the persons.
    static void addAuthors(RawRecord record) {
        String persons = record.all("AF").isEmpty() ? "AU" : "AF";
        List.copyOf(record.all(persons)).forEach(name -> record.add("authors", name));
        record.all(List.of("CA", "GP")).toList().forEach(group -> record.add("authors", group + ","));
    }

    private static final class Division extends TaggedRecords {
        private Division(Records records) {
            super(records);
        }

        @Override
        void accept(Tag tag) {
            if (tag.name().equals("PT")) {
                end();
            }
            if (A_LINE_EACH.contains(tag.name())) {
                tag.value().lines().forEach(name -> record.add(tag.name(), name));
            } else {
                record.add(tag.name(), RAISED.matcher(tag.unwrapped()).replaceAll("$1"));
            }
            if (tag.name().equals("ER")) {
                end();
            }
        }

        @Override
        void end() {
            if (record.has("PT") || MAPPER.hasWords(record)) {
                addAuthors(record);
                MAPPER.map(record, records);
            }
            record = new RawRecord();
        }
    }
}
