// Reads the labelled text that Ovid exports: a label on a line of its own, its value indented below.
package org.quoin.intake.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Words;
import org.quoin.intake.reference.TaggedLines.Line;
import org.quoin.intake.reference.TaggedLines.Tag;

/// A number between angle brackets begins a record; where an export has none, its first label does. Ovid's form
/// with tags (`TI  - ...`) below such numbers is read too.
final class OvidReader implements DocumentReader {
    private static final String BEGIN = "<>";
    private static final Pattern NUMBER = Pattern.compile("<\\s*(\\d{1,7})\\.?\\s*>\\s*");
    private static final Pattern TAG = Pattern.compile("([A-Z][A-Z0-9]) {1,3}- ?(.*)");
    private static final Pattern LABEL = Pattern.compile("\\p{Lu}[\\p{L} /&()-]{1,50}?\\s*");
    private static final Pattern INDENTED = Pattern.compile("[ \\t]+\\S.*");

    /// Labels that tell such an export where it has no numbers.
    private static final Set<String> KNOWN = Set.of(
            "Accession Number", "Unique Identifier", "Author", "Authors", "Title", "Source", "Abstract", "Score");

    /// `8(6):1048-1064, September 2015`, after the title of the journal.
    private static final Pattern SOURCE =
            Pattern.compile("(?<container>.+?)\\.\\s+(?:Vol\\.?\\s*)?(?<volume>\\d+)(?:\\((?<issue>[^)]{1,20})\\))?"
                    + "(?::\\s*(?<pages>[\\w.-]+)[,.]?|,)?\\s+(?<date>[^,]{0,40}?\\d{4}[^,]{0,12})"
                    + "(?:,\\s*(?<later>\\d[\\d-]*))?\\.?");
    private static final Pattern PUBLISHED_IN = Pattern.compile("(?<container>[^.]+)\\.");

    /// What follows a title: `[Article]`.
    private static final Pattern KIND = Pattern.compile("\\.?\\s*\\[([\\p{L} ,-]{3,40})]\\.?$");

    private static final Pattern BETWEEN_AUTHORS = Pattern.compile(";");

    /// Numbers and marks that point to addresses.
    private static final Pattern MARK = Pattern.compile("[\\s,]*(?:\\(?\\d{1,3}\\)?|[*+#^~])$");

    private static final Pattern DEGREE = Pattern.compile(
            "[\\s,;]*\\b(?:MD|M\\.D\\.|PhD|Ph\\.D\\.|RN|FAAN|MPH|MSc|MSN?|BSN?|BSc|MA|BA|DrPH|ScD|EdD|PsyD|PharmD"
                    + "|DPhil|DNP|MBBS|MBChB|FRCP|FACP)\\.?$");

    /// What is longer is matched against none of the patterns above.
    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_SOURCE = 1000;

    private static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "title")
            .with(Field.ABSTRACT, "Abstract", "AB")
            .with(Field.AUTHOR, "authors")
            .with(Field.CONTAINER, "container", "Journal Name", "JN", "SO", "Book Title")
            .with(Field.VOLUME, "volume", "Volume")
            .with(Field.ISSUE, "issue", "Issue", "Issue/Part")
            .with(Field.PAGES, "pages", "Page", "Pages", "PG")
            .with(Field.PUBLISHER, "Publisher", "PB")
            .with(Field.DATE, "date", "Year of Publication", "Publication Date", "Date of Publication", "YR", "Status")
            .with(Field.DOI, "DOI Number", "Digital Object Identifier", "DO", "DI")
            .with(Field.PMID, "PMID", "PM")
            .with(Field.SERIAL_NUMBER, "ISSN", "ISSN Print", "ISSN Electronic", "ISBN", "IS", "IB")
            .with(Field.LANGUAGE, "Language", "LG")
            .with(Field.KEYWORD, "keywords")
            .with(Field.TYPE, "type", "Publication Type", "Document Type", "PT")
            .with(Field.KEY, "Accession Number", "Unique Identifier", "UI", "AN", BEGIN)
            .with(Field.DATABASE, "Database", "VN")
            .with(Field.ACCESSION, "Accession Number", "Unique Identifier", "UI")
            .with(Field.LINK, "Link to the Ovid Full Text or citation", "Publisher URL", "UR")
            .with(Field.INDEX_TERM, "MeSH Subject Headings", "Subject Headings", "Index Terms", "MH", "SH")
            .with(Field.BOOKKEEPING, BEGIN, "Score", "Status", "Title", "Chapter Title", "TI", "Author", "Authors")
            .with(
                    Field.BOOKKEEPING,
                    "AU",
                    "FA",
                    "Source",
                    "Author Keywords",
                    "Keyword",
                    "Keywords",
                    "KW",
                    "Book Title");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "Ovid";
    }

    @Override
    public boolean recognises(Source source) {
        List<String> lines =
                source.head().lines().filter(line -> !line.isBlank()).limit(9).toList();
        if (lines.size() > 2 && NUMBER.matcher(lines.getFirst()).matches()) {
            return isField(lines.get(1), lines.get(2));
        }
        int known = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            known += KNOWN.contains(lines.get(i).strip()) && isField(lines.get(i), lines.get(i + 1)) ? 1 : 0;
        }
        return known >= 3 && KNOWN.contains(lines.getFirst().strip());
    }

    private static boolean isField(String line, String next) {
        return TAG.matcher(line).matches()
                || (LABEL.matcher(line).matches() && INDENTED.matcher(next).matches());
    }

    @Override
    public Reading read(Source source, Budget budget) {
        return TaggedRecords.read(name(), source, budget, OvidReader::syntax, Division::new);
    }

    private static Line syntax(String line) {
        if (INDENTED.matcher(line).matches()) {
            return new Line.More(line);
        }
        Matcher number = NUMBER.matcher(line);
        if (number.matches()) {
            return new Line.Begin(BEGIN, number.group(1));
        }
        Matcher tag = TAG.matcher(line);
        if (tag.matches()) {
            return new Line.Begin(tag.group(1), tag.group(2));
        }
        return LABEL.matcher(line).matches() ? new Line.Begin(line.strip(), "") : new Line.More(line);
    }

    private static final class Division extends TaggedRecords {
        private @Nullable String first;

        private Division(Records records) {
            super(records);
        }

        @Override
        void accept(Tag tag) {
            if (first == null) {
                first = tag.name();
            }
            if (tag.name().equals(first) && !record.isEmpty()) {
                end();
            }
            record.add(tag.name(), tag.name().equals("Abstract") ? tag.value() : tag.unwrapped());
        }

        @Override
        void end() {
            if (!record.isEmpty()) {
                addTitle(record);
                Stream.of("Author", "Authors", "FA", "AU")
                        .map(record::all)
                        .filter(names -> !names.isEmpty())
                        .findFirst()
                        .ifPresent(all -> all.forEach(names -> addAuthors(names, record)));
                record.all(List.of("Author Keywords", "Keyword", "Keywords", "KW"))
                        .flatMap(BETWEEN_AUTHORS::splitAsStream)
                        .map(keyword -> keyword.replaceFirst("\\.$", ""))
                        .toList()
                        .forEach(keyword -> record.add("keywords", keyword));
                record.first("Source").ifPresent(source -> addSource(source, record));
                MAPPER.map(record, records);
                record = new RawRecord();
            }
        }
    }

    /// A chapter's title is the title, and the book's is where it appeared.
    private static void addTitle(RawRecord record) {
        String whole = record.first("Title").or(() -> record.first("TI")).orElse("");
        Matcher kind = KIND.matcher(whole);
        boolean hasKind = kind.find();
        String title = hasKind ? whole.substring(0, kind.start()) : whole;
        if (hasKind) {
            record.add("type", kind.group(1));
        }
        record.first("Chapter Title")
                .ifPresentOrElse(
                        chapter -> {
                            record.add("title", chapter);
                            record.add("container", title);
                        },
                        () -> record.add("title", title));
    }

    /// `Bunkers, Sandra Schmidt RN; PhD; FAAN 1;  Verbeek, Jan MD *`.
    private static void addAuthors(String names, RawRecord record) {
        for (String name : BETWEEN_AUTHORS.split(names, 0)) {
            String bare = Words.collapsed(name);
            String before = bare.length() > LONGEST_NAME ? bare : "";
            while (!bare.equals(before)) {
                before = bare;
                bare = DEGREE.matcher(MARK.matcher(bare).replaceFirst(""))
                        .replaceFirst("")
                        .strip();
            }
            record.add("authors", bare);
        }
    }

    private static void addSource(String source, RawRecord record) {
        Matcher parts = SOURCE.matcher(source);
        if (source.length() <= LONGEST_SOURCE && parts.matches()) {
            for (String part : List.of("container", "volume", "issue", "pages", "date")) {
                record.add(part, parts.group(part) == null ? "" : parts.group(part));
            }
            record.add("pages", parts.group("later") == null ? "" : parts.group("later"));
            return;
        }
        Matcher published = PUBLISHED_IN.matcher(source);
        if (published.lookingAt()) {
            record.add("container", published.group("container"));
        }
        record.add("date", source);
    }
}
