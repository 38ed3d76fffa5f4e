// Reads BibTeX and BibLaTeX.
package org.quoin.intake.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.DocumentReader;
import org.quoin.intake.document.Fields;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.reference.BibtexParser.Entry;

/// Abbreviations are spelt out; an entry that refers to another (`crossref`) has what that says of the volume
/// both appeared in.
final class BibtexReader implements DocumentReader {
    /// Comments before the first entry: whole lines that begin with a percent sign.
    private static final Pattern HEAD =
            Pattern.compile("(?:\\s*+%[^\\n]*+\\n)*+\\s*+@[A-Za-z]{2,40}\\s*+[{(].*", Pattern.DOTALL);

    private static final Pattern ENTRY = Pattern.compile("\\n[ \\t]*@[A-Za-z]{2,40}\\s*[{(]");

    /// Values that are no prose.
    private static final Set<String> VERBATIM =
            Set.of("doi", "url", "eprint", "pmid", "pmcid", "pmc", "issn", "isbn", "file", "eprinttype");

    /// What an entry takes over from the one it refers to; and its title, as the book's.
    private static final List<String> INHERITED = List.of(
            "booktitle",
            "journal",
            "journaltitle",
            "volume",
            "number",
            "publisher",
            "year",
            "date",
            "month",
            "issn",
            "isbn",
            "language");

    private static final FieldNames NAMES = new FieldNames()
            .with(Field.TITLE, "title")
            .with(Field.OTHER_TITLE, "booktitle", "shorttitle")
            .with(Field.SUBTITLE, "subtitle")
            .with(Field.ABSTRACT, "abstract")
            .with(Field.AUTHOR, "author")
            .with(Field.CONTAINER, "journal", "journaltitle", "booktitle", "maintitle")
            .with(Field.VOLUME, "volume")
            .with(Field.ISSUE, "number", "issue")
            .with(Field.PAGES, "pages", "eid", "article-number", "articleno")
            .with(Field.PUBLISHER, "publisher", "institution", "school", "organization")
            .with(Field.DATE, "year", "date", "month")
            .with(Field.DOI, "doi")
            .with(Field.PMID, "pmid")
            .with(Field.PMCID, "pmcid", "pmc")
            .with(Field.SERIAL_NUMBER, "issn", "isbn")
            .with(Field.LANGUAGE, "language", "langid")
            .with(Field.KEYWORD, "keywords", "keyword", "author_keywords")
            .with(Field.TYPE, "entry type", "type")
            .with(Field.KEY, "citation key")
            .with(Field.LINK, "url", "note")
            .with(Field.DATABASE, "eprinttype", "archiveprefix")
            .with(Field.ACCESSION, "eprint")
            .with(Field.INDEX_TERM, "keywords-plus", "mesh")
            .with(Field.ATTACHMENT, "file", "pdf", "local-url", "bdsk-file-1")
            .with(Field.BOOKKEEPING, "timestamp", "owner", "crossref", "date-added", "date-modified", "bibsource");

    private static final RecordMapper MAPPER = new RecordMapper(NAMES);

    @Override
    public String name() {
        return "BibTeX";
    }

    /// By its first entry, with nothing before it but comments; or by any entry in a file that is named so.
    @Override
    public boolean recognises(Source source) {
        boolean named = source.nameEndsWith(".bib") || source.nameEndsWith(".bibtex");
        return HEAD.matcher(source.head()).matches()
                || (named && ENTRY.matcher(source.head()).find());
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Records records = new Records(name(), budget);
        // A line feed before it lets the first entry be told like the others.
        String text = "\n" + source.text(records.notes()).replace("\r\n", "\n").replace('\r', '\n');
        List<Entry> entries = new BibtexParser(text, budget, records.notes()).entries();
        Map<String, RawRecord> byKey = new HashMap<>();
        entries.forEach(entry -> byKey.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry.fields()));
        for (Entry entry : entries) {
            budget.checkTime();
            RawRecord fields = entry.fields();
            Optional<RawRecord> parent = fields.first("crossref")
                    .map(key -> byKey.get(key.toLowerCase(Locale.ROOT)))
                    .filter(other -> other != fields);
            MAPPER.map(decoded(entry, parent), records);
        }
        return records.reading();
    }

    private static RawRecord decoded(Entry entry, Optional<RawRecord> parent) {
        RawRecord record = new RawRecord();
        record.add("entry type", entry.type());
        record.add("citation key", entry.key());
        for (String name : entry.fields().names()) {
            entry.fields().all(name).forEach(value -> decode(name, value, record));
        }
        parent.ifPresent(other -> {
            for (String name : INHERITED) {
                if (!entry.fields().has(name)) {
                    other.all(name).forEach(value -> decode(name, value, record));
                }
            }
            if (!record.has("booktitle")) {
                other.all("title").forEach(value -> decode("booktitle", value, record));
            }
        });
        return record;
    }

    private static void decode(String name, String value, RawRecord record) {
        if (name.equals("author")) {
            authors(value).forEach(author -> record.add(name, Names.written(author)));
        } else if (NAMES.of(Field.KEYWORD).contains(name)) {
            keywords(value).forEach(keyword -> record.add(name, Tex.plain(keyword)));
        } else {
            record.add(name, VERBATIM.contains(name) ? Tex.verbatim(value) : Tex.plain(value));
        }
    }

    /// Semicolons part keywords, or commas where there is none; what braces hold is one.
    private static List<String> keywords(String value) {
        List<String> bySemicolon = divided(value, ';');
        return bySemicolon.size() > 1 ? bySemicolon : divided(value, ',');
    }

    private static List<Author> authors(String value) {
        List<Author> authors = new ArrayList<>();
        List<String> words = divided(value.replaceAll("\\s|(?<!\\\\)~", " "), ' ');
        List<String> name = new ArrayList<>();
        for (String word : words) {
            if (word.equalsIgnoreCase("and")) {
                author(name).ifPresent(authors::add);
                name.clear();
            } else {
                name.add(word);
            }
        }
        author(name).ifPresent(authors::add);
        return authors;
    }

    /// `First von Last`, `von Last, First` or `von Last, Jr, First`; a name in braces as a whole is a group's.
    private static Optional<Author> author(List<String> words) {
        String name = String.join(" ", words);
        if (words.size() == 1 && name.startsWith("{") && name.endsWith("}") && name.contains(" ")) {
            return Fields.words(Tex.plain(name)).map(Author.Collective::new);
        }
        if (name.equals("others")) {
            return Optional.empty();
        }
        List<String> parts = divided(name, ',');
        if (parts.size() > 1) {
            boolean suffix = parts.size() > 2;
            return person(
                    parts.getFirst(),
                    String.join(", ", parts.subList(suffix ? 2 : 1, parts.size())),
                    suffix ? parts.get(1) : "");
        }
        int family = words.size() - 1;
        while (family > 1 && isParticle(words.get(family - 1))) {
            family--;
        }
        return family < 0
                ? Optional.empty()
                : person(
                        String.join(" ", words.subList(family, words.size())),
                        String.join(" ", words.subList(0, family)),
                        "");
    }

    private static boolean isParticle(String word) {
        String plain = Tex.plain(word);
        return !plain.isEmpty() && Character.isLowerCase(plain.codePointAt(0));
    }

    private static Optional<Author> person(String family, String given, String suffix) {
        return Fields.words(Tex.plain(family))
                .map(name -> new Author.Person(
                        name,
                        Fields.words(Tex.plain(given)).orElse(null),
                        Fields.words(Tex.plain(suffix)).orElse(null),
                        null));
    }

    /// The pieces between marks that stand outside of all braces, without blank ones.
    private static List<String> divided(String value, char mark) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == mark && depth <= 0) {
                addPiece(value.substring(start, i), pieces);
                start = i + 1;
            }
        }
        addPiece(value.substring(Math.min(start, value.length())), pieces);
        return pieces;
    }

    private static void addPiece(String piece, List<String> pieces) {
        if (!piece.isBlank()) {
            pieces.add(piece.strip());
        }
    }
}
