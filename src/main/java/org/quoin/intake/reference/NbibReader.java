// Reads MEDLINE's tagged format (.nbib), as PubMed exports it.
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

/// A tag has two to four characters, filled up with spaces before its hyphen; indented lines go on with the
/// field. A record begins with `PMID`, or after a blank line.
final class NbibReader implements DocumentReader {
    private static final Pattern TAG = Pattern.compile("([A-Z][A-Z0-9]{1,3}) *- ?(.*)");
    private static final Pattern HEAD = Pattern.compile(
            "\\s*(?:PMID ?- ?\\d+[ \\t]*(?:\\n.*)?|PMCR? ?- ?\\w+[ \\t]*\\n[A-Z]{2,4} *-.*)", Pattern.DOTALL);
    private static final String INDENT = "      ";

    private static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "TI", "BTI", "CTI")
            .with(Field.ABSTRACT, "AB", "OAB")
            .with(Field.AUTHOR, "authors")
            .with(Field.CONTAINER, "JT", "TA")
            .with(Field.VOLUME, "VI")
            .with(Field.ISSUE, "IP")
            .with(Field.PAGES, "PG")
            .with(Field.DATE, "DP")
            .with(Field.DOI, "doi")
            .with(Field.PMID, "PMID")
            .with(Field.PMCID, "PMC")
            .with(Field.SERIAL_NUMBER, "IS", "ISBN")
            .with(Field.LANGUAGE, "LA")
            .with(Field.KEYWORD, "OT")
            .with(Field.TYPE, "PT")
            .with(Field.LICENCE, "CI")
            .with(Field.KEY, "PMID", "PMC", "PMCR")
            .with(Field.INDEX_TERM, "MH", "RN", "NM")
            .with(Field.BOOKKEEPING, "FAU", "AU", "CN", "LID", "AID", "OWN", "STAT", "DA", "DCOM", "LR", "CRDT")
            .with(Field.BOOKKEEPING, "EDAT", "MHDA", "PHST", "PST", "SB", "JID", "SO", "OTO", "PMCR", "OID", "MID");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "MEDLINE (nbib)";
    }

    @Override
    public boolean recognises(Source source) {
        return HEAD.matcher(source.head().replace("\r\n", "\n")).matches();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        return TaggedRecords.read(name(), source, budget, NbibReader::syntax, Division::new);
    }

    private static Line syntax(String line) {
        Matcher tag = TAG.matcher(line);
        if (tag.matches()) {
            return new Line.Begin(tag.group(1), tag.group(2));
        }
        return line.startsWith(INDENT) ? new Line.More(line) : new Line.Other();
    }

    private static final class Division extends TaggedRecords {
        private Division(Records records) {
            super(records);
        }

        @Override
        void accept(Tag tag) {
            if (tag.afterBlank() || tag.name().equals("PMID")) {
                end();
            }
            record.add(tag.name(), tag.unwrapped());
        }

        @Override
        void end() {
            if (record.isEmpty()) {
                return;
            }
            String persons = record.all("FAU").isEmpty() ? "AU" : "FAU";
            record.all(persons).forEach(name -> record.add("authors", name));
            record.all("CN").forEach(group -> record.add("authors", group + ","));
            for (String names : new String[] {"LID", "AID"}) {
                record.all(names).stream()
                        .filter(id -> id.endsWith("[doi]") || id.startsWith("doi:"))
                        .forEach(id -> record.add("doi", id));
            }
            MAPPER.map(record, records);
            record = new RawRecord();
        }
    }
}
