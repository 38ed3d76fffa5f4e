// Reads EndNote's tagged format (.enw), which Refer and many library catalogues write too.
package org.quoin.intake.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.reference.TaggedLines.Line;
import org.quoin.intake.reference.TaggedLines.Tag;

/// A tag is a percent sign and one character; other lines go on with the field. `%0` begins a record; where a
/// record has none, a blank line does.
final class EndNoteTaggedReader implements DocumentReader {
    private static final Pattern TAG = Pattern.compile("%([0-9A-Z@!#$&()*+<=>?\\[\\]^~:,.'\"-])(?:\\s(.*))?");
    private static final Pattern HEAD =
            Pattern.compile("\\s*%(?:0(?:[ \\t][^\\n]*)?\\r?\\n|[A-Z] [^\\n]*\\n)%[0-9A-Z@].*", Pattern.DOTALL);

    private static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "T")
            .with(Field.OTHER_TITLE, "Q", "!")
            .with(Field.ABSTRACT, "X")
            .with(Field.AUTHOR, "A")
            .with(Field.CONTAINER, "J", "B", "S")
            .with(Field.VOLUME, "V")
            .with(Field.ISSUE, "N")
            .with(Field.PAGES, "P")
            .with(Field.PUBLISHER, "I")
            .with(Field.DATE, "D", "8")
            .with(Field.DOI, "R")
            .with(Field.SERIAL_NUMBER, "@")
            .with(Field.LANGUAGE, "G")
            .with(Field.KEYWORDS, "K")
            .with(Field.TYPE, "0", "9")
            .with(Field.KEY, "F", "M")
            .with(Field.DATABASE, "~")
            .with(Field.ACCESSION, "M")
            .with(Field.LINK, "U", "M", "1", "2", "3", "4")
            .with(Field.ATTACHMENT, ">", "(")
            .with(Field.BOOKKEEPING, "F", "[", "=");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "EndNote tagged";
    }

    @Override
    public boolean recognises(Source source) {
        return HEAD.matcher(source.head()).matches();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        return TaggedRecords.read(name(), source, budget, EndNoteTaggedReader::syntax, Division::new);
    }

    private static Line syntax(String line) {
        Matcher tag = TAG.matcher(line);
        return tag.matches()
                ? new Line.Begin(tag.group(1), tag.group(2) == null ? "" : tag.group(2))
                : new Line.More(line);
    }

    private static final class Division extends TaggedRecords {
        private Division(Records records) {
            super(records);
        }

        @Override
        void accept(Tag tag) {
            if (tag.name().equals("0") || (tag.afterBlank() && !record.has("0"))) {
                end();
            }
            record.add(tag.name(), tag.value());
        }

        @Override
        void end() {
            if (!record.isEmpty()) {
                MAPPER.map(record, records);
                record = new RawRecord();
            }
        }
    }
}
