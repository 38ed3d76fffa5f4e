// Reads tables of references: CSV, TSV, and what spreadsheets make of CSV where a comma is a decimal point.
package org.quoin.intake.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;

final class TableReader implements DocumentReader {
    /// `Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014`, as Embase says where a paper
    /// appeared.
    private static final Pattern EMBASE_SOURCE = Pattern.compile("(?<container>[^()]{1,300}) \\((?<year>\\d{4})\\)"
            + "(?: (?<volume>[\\w.-]{1,20}))?(?::(?<issue>[^ ()]{1,20}))?(?: \\((?<pages>[^()]{1,40})\\))?\\..*");

    private static final Pattern SCOPUS_NUMBER = Pattern.compile(" \\(\\d+\\)");
    private static final Pattern MARK = Pattern.compile("[;|\\n]");
    private static final Pattern COMMA_OUTSIDE = Pattern.compile(",(?![^()]{0,200}\\))");
    private static final List<String> AUTHORS = TableColumns.NAMES.of(Field.AUTHOR);
    private static final List<String> KEYWORDS = TableColumns.NAMES.of(Field.KEYWORD);

    private static final RecordMapper MAPPER = new RecordMapper(TableColumns.NAMES);
    private static final RecordMapper WEB_OF_SCIENCE = new RecordMapper(IsiReader.NAMES);

    @Override
    public String name() {
        return "table of references";
    }

    /// By a row of names of columns with a title among them, and no quotes: those are evidence.
    @Override
    public boolean recognises(Source source) {
        return TableLayout.of(source).isPresent();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        TableLayout layout = TableLayout.of(source).orElseThrow();
        Records records = new Records(name(), budget);
        String text = source.text(records.notes());
        Iterator<CSVRecord> rows =
                TableLayout.rows(text, layout.delimiter(), layout.kind() != TableLayout.Kind.WEB_OF_SCIENCE);
        switch (layout.kind()) {
            case ROWS, WEB_OF_SCIENCE -> rows(rows, layout, budget, records);
            case FIELDS -> fields(rows, layout.columns().getFirst(), budget, records);
        }
        return records.reading();
    }

    private static void rows(Iterator<CSVRecord> rows, TableLayout layout, Budget budget, Records records) {
        for (int i = 0; i <= layout.header(); i++) {
            rows.next();
        }
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            RawRecord record = new RawRecord();
            for (int i = 0; i < row.size(); i++) {
                budget.useElement(1);
                if (i < layout.columns().size()) {
                    record.add(layout.columns().get(i), row.get(i));
                } else if (!row.get(i).isBlank()) {
                    records.notes().add(What.UNREADABLE, "row " + row.getRecordNumber() + ": a cell without a column");
                }
            }
            if (record.names().stream().anyMatch(name -> !record.all(name).isEmpty())) {
                if (layout.kind() == TableLayout.Kind.WEB_OF_SCIENCE) {
                    IsiReader.addAuthors(record);
                    WEB_OF_SCIENCE.map(record, records);
                } else {
                    MAPPER.map(spelt(record), records);
                }
            }
        }
    }

    private static void fields(Iterator<CSVRecord> rows, String first, Budget budget, Records records) {
        RawRecord record = new RawRecord();
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            String name = TableColumns.name(row.get(0));
            if (name.equals(first) && !record.isEmpty()) {
                MAPPER.map(spelt(record), records);
                record = new RawRecord();
            }
            for (int i = 1; i < row.size(); i++) {
                budget.useElement(1);
                record.add(name, row.get(i));
            }
        }
        if (!record.isEmpty()) {
            MAPPER.map(spelt(record), records);
        }
    }

    /// With each author and keyword as a value of its own, and with what Embase puts into one cell.
    private static RawRecord spelt(RawRecord record) {
        RawRecord spelt = new RawRecord();
        String authors = AUTHORS.stream()
                .filter(name -> !record.all(name).isEmpty())
                .findFirst()
                .orElse("");
        for (String name : record.names()) {
            for (String value : record.all(name)) {
                if (AUTHORS.contains(name)) {
                    if (name.equals(authors)) {
                        Names.list(SCOPUS_NUMBER.matcher(value).replaceAll("")).forEach(one -> spelt.add(name, one));
                    }
                } else if (KEYWORDS.contains(name)) {
                    keywords(value).forEach(one -> spelt.add(name, one));
                } else {
                    spelt.add(name, value);
                }
            }
        }
        record.first("source")
                .map(EMBASE_SOURCE::matcher)
                .filter(Matcher::matches)
                .ifPresent(source -> {
                    Stream.of("container", "year", "volume", "issue", "pages")
                            .filter(part -> source.group(part) != null)
                            .forEach(
                                    part -> spelt.add(part.equals("container") ? "journal" : part, source.group(part)));
                });
        return spelt;
    }

    private static List<String> keywords(String cell) {
        if (Names.isPrinted(cell)) {
            return Names.printed(cell);
        }
        Pattern between = MARK.matcher(cell).find() ? MARK : COMMA_OUTSIDE;
        return new ArrayList<>(List.of(between.split(cell, 0)));
    }
}
