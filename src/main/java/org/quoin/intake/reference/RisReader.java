// Reads RIS, in the dialects of the databases and programs that write it.
package org.quoin.intake.reference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.reference.TaggedLines.Line;
import org.quoin.intake.reference.TaggedLines.Tag;

/// A tag is two characters, two spaces and a hyphen; some programs put fewer spaces or a TAB, which is taken for
/// a tag where the two characters are one. A line that begins no field goes on with the one before: keywords
/// often stand that way, one a line.
final class RisReader implements DocumentReader {
    private static final String DASH = "[-\\u2010-\\u2015\\u2212]";
    private static final Pattern STRICT = Pattern.compile("[ \\t]{0,2}([A-Z][A-Z0-9])  " + DASH + "(.*)");
    private static final Pattern LOOSE =
            Pattern.compile("([A-Z][A-Z0-9])[ \\t]{0,3}" + DASH + "(?:[ \\t]+(.*))?[ \\t]*");

    /// What publishers and databases put before the first record: `Provider: A Publisher`, `1.`
    private static final Pattern PREAMBLE =
            Pattern.compile("\\s*(?:[A-Za-z][A-Za-z -]{1,30}:.*|\\d{1,7}\\.|<\\d{1,7}>)\\s*");

    private static final int LINES_LOOKED_AT = 15;

    private static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "TI", "T1", "CT")
            .with(Field.OTHER_TITLE, "BT", "ST")
            .with(Field.ABSTRACT, "AB", "N2")
            .with(Field.AUTHOR, "AU", "A1")
            .with(Field.CONTAINER, "JF", "T2", "JO", "BT", "JA", "J2", "J1", "J9", "JI")
            .with(Field.VOLUME, "VL")
            .with(Field.ISSUE, "IS", "CP")
            .with(Field.FIRST_PAGE, "SP", "C7")
            .with(Field.LAST_PAGE, "EP")
            .with(Field.PUBLISHER, "PB", "PU")
            .with(Field.DATE, "PY", "Y1", "DA")
            .with(Field.DOI, "DO", "DI")
            .with(Field.PMID, "PM")
            .with(Field.SERIAL_NUMBER, "SN", "BN", "EI")
            .with(Field.LANGUAGE, "LA")
            .with(Field.KEYWORDS, "KW", "DE")
            .with(Field.TYPE, "TY", "M3")
            .with(Field.KEY, "ID", "AN")
            .with(Field.BOOKKEEPING, "TS", "M4", "Y2")
            .with(Field.DATABASE, "DB", "DP")
            .with(Field.ACCESSION, "AN")
            .with(Field.LINK, "UR", "L2", "L3", "LK", "M3", "N1", "AN")
            .with(Field.LINK, "U1", "U2", "U3", "U4", "U5", "C1", "C2", "C3", "C4", "C5", "C6", "C8")
            .with(Field.ATTACHMENT, "L1", "L4");

    /// Tags that lines with other spacing are believed to have: those above and those without a place here.
    private static final Set<String> OTHERS = Set.of(
            "ER", "A2", "A3", "A4", "AD", "AV", "CA", "CN", "CY", "ED", "ET", "M1", "M2", "NV", "OP", "RI", "RN", "RP",
            "SE", "T3", "TA", "TT", "VO");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "RIS";
    }

    /// By the tag that begins a record, with another right after it; or, for a file whose first record has lost
    /// its beginning, by three tags in its first three lines.
    @Override
    public boolean recognises(Source source) {
        // A hyphen may be a dash of several bytes.
        String head = new String(source.head().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        List<String> lines = head.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_LOOKED_AT)
                .toList();
        int first = 0;
        while (first < lines.size() && PREAMBLE.matcher(lines.get(first)).matches()) {
            first++;
        }
        List<String> rest = lines.subList(first, lines.size());
        return (rest.size() > 1
                        && syntax(rest.getFirst()) instanceof Line.Begin(String tag, String value)
                        && tag.equals("TY")
                        && syntax(rest.get(1)) instanceof Line.Begin)
                || (rest.size() > 2
                        && rest.stream()
                                .limit(3)
                                .allMatch(line -> STRICT.matcher(line).matches()));
    }

    @Override
    public Reading read(Source source, Budget budget) {
        return TaggedRecords.read(name(), source, budget, RisReader::syntax, Division::new);
    }

    private static Line syntax(String line) {
        Matcher strict = STRICT.matcher(line);
        if (strict.matches()) {
            return new Line.Begin(strict.group(1), strict.group(2));
        }
        Matcher loose = LOOSE.matcher(line);
        if (loose.matches() && (NAMES.all().contains(loose.group(1)) || OTHERS.contains(loose.group(1)))) {
            return new Line.Begin(loose.group(1), loose.group(2) == null ? "" : loose.group(2));
        }
        return new Line.More(line);
    }

    /// Divides fields into records. `ER` ends one; where it is missing, `TY` begins one after a blank line, and
    /// otherwise only when a second title follows, because some programs repeat it inside a record.
    private static final class Division extends TaggedRecords {
        /// What came since a `TY` that may or may not begin a record.
        private @Nullable RawRecord tail;

        private Division(Records records) {
            super(records);
        }

        @Override
        void accept(Tag tag) {
            switch (tag.name()) {
                case "ER" -> end();
                case "TY" -> {
                    if (tag.afterBlank() || !record.has("TY")) {
                        end();
                    } else {
                        joinTail();
                        tail = new RawRecord();
                    }
                    add(tag);
                }
                default -> {
                    RawRecord begun = tail;
                    if (begun != null && NAMES.of(Field.TITLE).contains(tag.name()) && MAPPER.hasWords(record)) {
                        tail = null;
                        end();
                        record = begun;
                    }
                    add(tag);
                }
            }
        }

        private void add(Tag tag) {
            (tail == null ? record : tail).add(tag.name(), tag.value());
        }

        private void joinTail() {
            if (tail != null) {
                record.addAll(tail);
                tail = null;
            }
        }

        @Override
        void end() {
            joinTail();
            if (record.has("TY") || MAPPER.hasWords(record)) {
                MAPPER.map(record, records);
            } else {
                record.names().forEach(name -> records.notes().add(What.RECORD_FIELD, name));
            }
            record = new RawRecord();
        }
    }
}
