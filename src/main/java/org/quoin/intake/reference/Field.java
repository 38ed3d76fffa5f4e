// What a field of a record means, whatever its format calls it.
package org.quoin.intake.reference;

import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;

enum Field {
    TITLE,
    /// Stands in for the title where there is none: that of the book, a short one.
    OTHER_TITLE,
    SUBTITLE,
    ABSTRACT,
    AUTHOR,
    /// Title of the journal or book.
    CONTAINER,
    VOLUME,
    ISSUE,
    PAGES,
    FIRST_PAGE,
    LAST_PAGE,
    PUBLISHER,
    DATE,
    DOI,
    PMID,
    PMCID,
    /// ISSN or ISBN.
    SERIAL_NUMBER,
    LANGUAGE,
    KEYWORD,
    /// Keywords, one a value or a line; or all in one value, with semicolons between them.
    KEYWORDS,
    TYPE,
    LICENCE,
    /// By what a person finds the record in its file.
    KEY,
    /// The file's own affairs: nothing of the paper is in it, or nothing that another field does not say.
    BOOKKEEPING,
    /// An address or remark in which a DOI or a PubMed number may stand; not kept otherwise.
    LINK(What.RECORD_FIELD),
    /// The number in a database, which is PubMed's where [#DATABASE] says so; not kept otherwise.
    ACCESSION(What.RECORD_FIELD),
    DATABASE(What.RECORD_FIELD),
    INDEX_TERM(What.INDEX_TERM),
    ATTACHMENT(What.ATTACHMENT),
    SCREENING_LABEL(What.SCREENING_LABEL);

    private final @Nullable What lost;

    Field() {
        this(null);
    }

    Field(@Nullable What lost) {
        this.lost = lost;
    }

    /// As what a value is counted that does not reach the document; null where it does.
    @Nullable
    What lost() {
        return lost;
    }
}
