// What tables of references call their columns.
package org.quoin.intake.reference;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Databases, reference managers and screening tools each have names of their own; they are compared in small
/// letters, with a space for whatever is neither letter nor digit: `Publication_Year` is `publication year`.
final class TableColumns {
    /// A table with this column holds quotes from papers, not papers.
    private static final String QUOTE = "quote";

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "title", "primary title", "article title", "document title")
            .with(Field.OTHER_TITLE, "original title", "short title", "display name")
            .with(Field.ABSTRACT, "abstract", "abstract note", "notes abstract", "abstract text", "original abstract")
            .with(Field.AUTHOR, "author full names", "authors", "author", "author names", "author s", "first authors")
            .with(Field.CONTAINER, "source title", "journal", "publication title", "journal title", "journal name")
            .with(Field.CONTAINER, "journal book", "publication name", "container title", "secondary title")
            .with(Field.CONTAINER, "alternate title3", "alternate title2", "alternate title1", "book title")
            .with(Field.CONTAINER, "journal abbreviation", "source")
            .with(Field.VOLUME, "volume")
            .with(Field.ISSUE, "issue", "number", "issue number")
            .with(Field.PAGES, "pages", "page", "page range")
            .with(Field.FIRST_PAGE, "start page", "page start", "first page", "art no", "article number")
            .with(Field.LAST_PAGE, "end page", "page end", "last page")
            .with(Field.PUBLISHER, "publisher", "publisher name")
            .with(Field.DATE, "year", "publication year", "published year", "pub year", "date", "publication date")
            .with(Field.DATE, "date published", "published month", "month")
            .with(Field.DOI, "doi", "digital object identifier")
            .with(Field.PMID, "pmid", "pubmed id", "pubmedid")
            .with(Field.PMCID, "pmcid", "pmc id")
            .with(Field.SERIAL_NUMBER, "issn", "isbn", "issns", "isbns", "eissn", "electronic issn", "print issn")
            .with(Field.LANGUAGE, "language", "languages", "language of original document", "original language")
            .with(Field.KEYWORD, "author keywords", "keywords", "keyword", "manual tags")
            .with(Field.TYPE, "type of reference", "document type", "item type", "publication type", "reference type")
            .with(Field.KEY, "record id", "id", "key", "accession number", "eid", "lens id", "ut unique wos id")
            .with(Field.DATABASE, "database", "name of database", "database provider", "source database")
            .with(Field.ACCESSION, "accession number")
            .with(Field.LINK, "url", "urls", "link", "external url", "articleurl", "doi link")
            .with(Field.INDEX_TERM, "index keywords", "mesh", "mesh terms", "mesh headings", "automatic tags")
            .with(Field.INDEX_TERM, "keywords plus", "subject headings", "emtree drug index terms")
            .with(Field.INDEX_TERM, "emtree drug index terms major focus", "emtree medical index terms")
            .with(Field.INDEX_TERM, "emtree medical index terms major focus")
            .with(Field.ATTACHMENT, "file attachments", "file attachments1", "file attachments2", "link attachments")
            .with(Field.SCREENING_LABEL, "included", "label", "label included", "final included", "abstract included")
            .with(Field.SCREENING_LABEL, "asreview label", "asreview prior", "decision", "inclusion", "screening");

    private TableColumns() {}

    static String name(String heading) {
        return OTHER.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /// How many of some names are those of columns of references.
    static long known(List<String> names) {
        return names.stream().filter(NAMES.all()::contains).distinct().count();
    }

    static boolean isTitle(String name) {
        return NAMES.of(Field.TITLE).contains(name);
    }

    static boolean haveWords(List<String> names) {
        return names.stream()
                .anyMatch(name -> isTitle(name) || NAMES.of(Field.ABSTRACT).contains(name));
    }

    static boolean haveQuotes(List<String> names) {
        return names.contains(QUOTE);
    }
}
