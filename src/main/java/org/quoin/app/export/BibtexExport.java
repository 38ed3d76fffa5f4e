// Papers as a bibliography in BibTeX, for LaTeX and whatever else reads it.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;
import org.quoin.model.Slugs;

/// Unicode stays as it is: biber and every BibTeX of this century read UTF-8. What TeX would take for its own is
/// escaped, braces by their names, because BibTeX counts them even behind a backslash.
final class BibtexExport {
    private static final Map<Integer, String> ESCAPED = Map.of(
            (int) '\\', "\\textbackslash{}",
            (int) '{', "\\textbraceleft{}",
            (int) '}', "\\textbraceright{}",
            (int) '~', "\\textasciitilde{}",
            (int) '^', "\\textasciicircum{}",
            (int) '$', "\\$",
            (int) '&', "\\&",
            (int) '%', "\\%",
            (int) '#', "\\#",
            (int) '_', "\\_");

    /// A word that styles must not set in small letters.
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}.*|.+\\p{Lu}.*");

    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Words that open many titles and tell none.
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "the", "on", "in", "of", "for", "to", "and", "at", "by", "with", "from", "is", "are", "do",
            "does", "how", "what", "why");

    /// What no DOI has, and what would end its field.
    private static final Pattern BREAKING = Pattern.compile("[{}\\\\\\s]");

    private static final int LONGEST_WORD = 20;

    /// BibTeX passes over whatever stands outside an entry.
    private static final String HEAD =
            "% The bibliography of papers in a Quoin base. Their evidence, texts and syntheses are left out.\n\n";

    private final Set<String> keys = new HashSet<>();

    static void write(GraphStore store, List<PaperId> papers, OutputStream out) {
        Bibliography.write(store, papers, out, HEAD, new BibtexExport()::entry);
    }

    private String entry(Paper paper, @Nullable String words) {
        Publication publication = paper.publication();
        StringBuilder entry = new StringBuilder("@")
                .append(publication.container() == null ? "misc" : "article")
                .append("{")
                .append(key(paper));
        if (!paper.authors().isEmpty()) {
            texField(
                    entry,
                    "author",
                    paper.authors().stream()
                            .map(name -> author(AuthorName.of(name)))
                            .collect(Collectors.joining(" and ")));
        }
        if (paper.title() != null) {
            texField(entry, "title", title(paper.title()));
        }
        field(entry, "year", paper.year() == null ? null : paper.year().toString());
        field(entry, "journal", publication.container());
        field(entry, "volume", publication.volume());
        field(entry, "number", publication.issue());
        if (publication.pages() != null) {
            texField(
                    entry,
                    "pages",
                    Stream.of(Bibliography.pages(publication.pages()))
                            .map(BibtexExport::escaped)
                            .collect(Collectors.joining("--")));
        }
        if (paper.doi() != null) {
            // Not escaped: it is no prose, and programs expect it as it is.
            texField(
                    entry,
                    "doi",
                    BREAKING.matcher(paper.doi())
                            .replaceAll(c -> "%%%02X".formatted((int) c.group().charAt(0))));
        }
        field(entry, "pmid", publication.pmid());
        field(entry, "pmcid", publication.pmcid());
        field(entry, "language", paper.language());
        if (!publication.keywords().isEmpty()) {
            texField(
                    entry,
                    "keywords",
                    publication.keywords().stream().map(BibtexExport::keyword).collect(Collectors.joining(", ")));
        }
        field(entry, "abstract", words);
        field(entry, "note", paper.fictional() ? "Fictional: written for demonstration" : null);
        return entry.append("\n}\n").toString();
    }

    private static void field(StringBuilder entry, String name, @Nullable String value) {
        if (value != null) {
            texField(entry, name, escaped(value));
        }
    }

    private static void texField(StringBuilder entry, String name, String value) {
        entry.append(",\n  ").append(name).append(" = {").append(value).append("}");
    }

    /// Family name, year and first telling word: `okafor2019rounds`; a letter after it where another paper of
    /// the bibliography has it already.
    private String key(Paper paper) {
        String author = paper.authors().isEmpty()
                ? "anon"
                : letters(AuthorName.of(paper.authors().getFirst()).family());
        String year = paper.year() == null ? "nd" : paper.year().toString();
        String word = WORD_END.splitAsStream(paper.title() == null ? "" : paper.title())
                .map(BibtexExport::letters)
                .filter(one -> one.length() > 2 && !SMALL_WORDS.contains(one))
                .findFirst()
                .orElse("");
        String stem = author + year + word;
        String key = stem;
        for (int i = 1; !keys.add(key); i++) {
            key = stem + suffix(i);
        }
        return key;
    }

    /// a, b, ..., z, aa, ab, ...
    private static String suffix(int number) {
        String last = String.valueOf((char) ('a' + (number - 1) % 26));
        return number <= 26 ? last : suffix((number - 1) / 26) + last;
    }

    private static String letters(String words) {
        return Slugs.ofOrEmpty(words, LONGEST_WORD).replace("-", "");
    }

    private static String author(AuthorName author) {
        return switch (author) {
            case AuthorName.Person(String family, String given, String suffix) ->
                escaped(family) + (suffix.isEmpty() ? "" : ", " + escaped(suffix)) + ", " + escaped(given);
            case AuthorName.Whole(String name, boolean group) -> group ? "{" + escaped(name) + "}" : escaped(name);
        };
    }

    private static String keyword(String keyword) {
        boolean divided = keyword.indexOf(',') >= 0 || keyword.indexOf(';') >= 0;
        return divided ? "{" + escaped(keyword) + "}" : escaped(keyword);
    }

    /// Words with capitals in braces; not the first where its first letter alone is one.
    private static String title(String title) {
        StringBuilder protectedWords = new StringBuilder();
        for (String word : Bibliography.line(title).split(" ", -1)) {
            boolean first = protectedWords.isEmpty();
            String telling = first && !word.isEmpty() ? word.substring(word.offsetByCodePoints(0, 1)) : word;
            protectedWords.append(first ? "" : " ");
            protectedWords.append(CAPITALISED.matcher(telling).matches() ? "{" + escaped(word) + "}" : escaped(word));
        }
        return protectedWords.toString();
    }

    /// Pairs of hyphens and quotation marks are parted, because TeX would make one mark of them.
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        int before = -1;
        for (int c : Bibliography.line(value).codePoints().toArray()) {
            if (c == before && (c == '-' || c == '\'' || c == '`')) {
                escaped.append("{}");
            }
            String escape = ESCAPED.get(c);
            if (escape == null) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(escape);
            }
            before = c;
        }
        return escaped.toString();
    }
}
