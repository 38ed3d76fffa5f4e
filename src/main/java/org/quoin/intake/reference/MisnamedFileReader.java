// Refuses what is named as a reference export or as XML and is none, before it is taken for a paper in plain
// text.
package org.quoin.intake.reference;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Xml;
import org.quoin.model.Problem;

final class MisnamedFileReader implements DocumentReader {
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".tab");
    private static final List<String> OTHERS = List.of(".ris", ".nbib", ".enw", ".isi", ".ciw", ".bib", ".bibtex");
    private static final String XML = ".xml";
    private static final int SHOWN_COLUMNS = 12;

    @Override
    public String name() {
        return "table of references";
    }

    @Override
    public boolean recognises(Source source) {
        return OTHERS.stream().anyMatch(source::nameEndsWith)
                || (source.nameEndsWith(XML) && Xml.rootName(source).isEmpty())
                || (isTable(source) && !TableColumns.haveQuotes(columns(source)));
    }

    @Override
    public Reading read(Source source, Budget budget) {
        if (isTable(source)) {
            throw Problem.invalid(source.name() + " is a table without a column for titles or abstracts; its columns"
                    + " are «"
                    + columns(source).stream().limit(SHOWN_COLUMNS).collect(Collectors.joining("», «"))
                    + "». Name the columns title, abstract, authors, year, doi and so on in its first row.");
        }
        if (source.nameEndsWith(XML)) {
            throw Problem.invalid(source.name() + " is named as XML but does not begin with an element");
        }
        throw Problem.invalid(
                source.name()
                        + " is named as a file of references, but no record begins in it: one begins with «TY  - » in RIS,"
                        + " «PMID- » in MEDLINE, «%0 » in EndNote's, «PT » in Web of Science's and «@article{» in BibTeX's form");
    }

    private static boolean isTable(Source source) {
        return TABLES.stream().anyMatch(source::nameEndsWith);
    }

    private static List<String> columns(Source source) {
        String first = source.head().lines().findFirst().orElse("");
        char delimiter = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        Iterator<CSVRecord> rows = TableLayout.rows(first, delimiter, true);
        return rows.hasNext() ? rows.next().stream().map(TableColumns::name).toList() : List.of();
    }
}
