// The columns of a coded table.
package org.quoin.intake.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names and meanings are those of the hand-written form of evidence.
public enum Column {
    PAPER("paper", "id of the paper: lower-case letters, digits, hyphens; part of its address, so choose it to last"),
    STUDY("study", "id of the study, where several papers tell of one; the paper's own where there is none"),
    TITLE("title", "title of the paper, only where the source carries it"),
    DOI("doi", "DOI of the paper, without resolver"),
    TEXT("text", "file of the paper's text, beside this table: plain text, JATS, HTML, Word, PDF or Markdown"),
    KIND("kind", "what the quote is evidence of"),
    ID("id", "id of the item; rows of one paper with the same id are quotes of one item"),
    QUOTE("quote", "the words, exactly as they stand in the text; needed in every row"),
    BEFORE("before", "a few words directly before the quote, where it stands more than once"),
    AFTER("after", "a few words directly after the quote, where it stands more than once"),
    VOICE("voice", "who speaks in the quote"),
    STATEMENT("statement", "the point in the coder's own words, short"),
    RATIONALE("rationale", "why it was coded so"),
    LEVEL("level", "for enablers and barriers: the level they lie on, only where the text states it"),
    FACTOR("factor", "for enablers and barriers: what they are about"),
    FACET("facet", "for context: what it tells about the study"),
    VALUE("value", "for context: a concept that the words plainly name, as scheme/key"),
    CODER("coder", "id of whoever coded"),
    CODER_TYPE("coder-type", "what the coder is"),
    STATE("state", "how far the coding has come");

    private final String header;
    private final String meaning;

    Column(String header, String meaning) {
        this.header = header;
        this.meaning = meaning;
    }

    /// The column's name in the first row.
    public String header() {
        return header;
    }

    /// For people who fill the table in.
    public String meaning() {
        return meaning;
    }

    /// Whether a cell may hold several values, parted by `;` or `|`.
    public boolean many() {
        return this == LEVEL || this == FACTOR || this == FACET || this == VALUE;
    }

    /// The column that a header means: letter case does not matter, nor whether a hyphen is written as one,
    /// as a space or as an underscore.
    static Optional<Column> named(String header) {
        String wanted =
                header.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return Stream.of(values())
                .filter(column -> column.header.equals(wanted))
                .findFirst();
    }

    /// All names, for messages.
    static String names() {
        return Stream.of(values()).map(Column::header).collect(Collectors.joining(", "));
    }

    /// What a row has in this column; empty for nothing.
    String valueIn(CodedRow row) {
        return switch (this) {
            case PAPER -> orEmpty(row.paper());
            case STUDY -> orEmpty(row.study());
            case TITLE -> orEmpty(row.title());
            case DOI -> orEmpty(row.doi());
            case TEXT -> orEmpty(row.text());
            case KIND -> orEmpty(row.kind());
            case ID -> orEmpty(row.id());
            case QUOTE -> row.quote();
            case BEFORE -> orEmpty(row.before());
            case AFTER -> orEmpty(row.after());
            case VOICE -> orEmpty(row.voice());
            case STATEMENT -> orEmpty(row.statement());
            case RATIONALE -> orEmpty(row.rationale());
            case LEVEL -> joined(row.level());
            case FACTOR -> joined(row.factor());
            case FACET -> joined(row.facet());
            case VALUE -> joined(row.value());
            case CODER -> orEmpty(row.coder());
            case CODER_TYPE -> orEmpty(row.coderType());
            case STATE -> orEmpty(row.state());
        };
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }
}
