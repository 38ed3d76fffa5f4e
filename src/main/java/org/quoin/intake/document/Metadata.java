// What a file says about the paper it holds. What it does not say is null or empty; nothing is worked out.
package org.quoin.intake.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param title without notes and marks
/// @param subtitle of the title
/// @param authors in the file's order
/// @param language BCP 47 tag as the file gives it
/// @param types kinds of publication in the file's own words
/// @param licence the licence's IRI where the file gives one, otherwise its words
/// @param references the works it refers to
public record Metadata(
        @Nullable String title,
        @Nullable String subtitle,
        List<Author> authors,
        Publication publication,
        Identifiers identifiers,
        @Nullable String language,
        List<String> keywords,
        List<String> types,
        @Nullable String licence,
        List<Reference> references) {
    static final Metadata NONE = new Metadata(
            null, null, List.of(), Publication.NONE, Identifiers.NONE, null, List.of(), List.of(), null, List.of());

    public Metadata {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        types = List.copyOf(types);
        references = List.copyOf(references);
    }

    static Metadata titled(@Nullable String title) {
        return new Metadata(
                title,
                null,
                List.of(),
                Publication.NONE,
                Identifiers.NONE,
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    Metadata withTitle(String newTitle) {
        return new Metadata(
                newTitle, subtitle, authors, publication, identifiers, language, keywords, types, licence, references);
    }

    Metadata withKeywords(List<String> newKeywords) {
        return new Metadata(
                title, subtitle, authors, publication, identifiers, language, newKeywords, types, licence, references);
    }

    /// Who wrote it.
    public sealed interface Author {
        /// The name in one line: given names first.
        String display();

        /// @param family the family name; the whole name where the file does not divide it
        /// @param orcid sixteen digits with hyphens, without resolver prefix
        record Person(
                String family,
                @Nullable String given,
                @Nullable String suffix,
                @Nullable String orcid) implements Author {
            @Override
            public String display() {
                return (given == null ? "" : given + " ") + family + (suffix == null ? "" : " " + suffix);
            }
        }

        /// A group that signs as one author.
        record Collective(String name) implements Author {
            @Override
            public String display() {
                return name;
            }
        }
    }

    /// @param month 1 to 12
    /// @param day 1 to 31
    public record Date(
            int year, @Nullable Integer month, @Nullable Integer day) {}

    /// Where and when it appeared.
    ///
    /// @param container the journal's or book's title
    /// @param pages first and last, or the article's number
    /// @param date the earliest date of publication that the file gives
    public record Publication(
            @Nullable String container,
            @Nullable String volume,
            @Nullable String issue,
            @Nullable String pages,
            @Nullable String publisher,
            @Nullable Date date) {
        static final Publication NONE = new Publication(null, null, null, null, null, null);
    }

    /// @param doi without resolver prefix, letter case as in the file
    /// @param pmid digits
    /// @param pmcid with `PMC`
    public record Identifiers(
            @Nullable String doi,
            @Nullable String pmid,
            @Nullable String pmcid,
            List<String> issns,
            List<String> isbns) {
        static final Identifiers NONE = new Identifiers(null, null, null, List.of(), List.of());

        public Identifiers {
            issns = List.copyOf(issns);
            isbns = List.copyOf(isbns);
        }
    }

    /// A work that the paper refers to.
    ///
    /// @param label its number in the list
    /// @param text the whole entry as printed
    public record Reference(
            @Nullable String label,
            String text,
            @Nullable String title,
            List<Author> authors,
            @Nullable String container,
            @Nullable Integer year,
            @Nullable String doi,
            @Nullable String pmid) {
        public Reference {
            authors = List.copyOf(authors);
        }
    }
}
