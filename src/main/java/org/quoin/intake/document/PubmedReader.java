// Reads PubMed's XML: records of title and abstract, one document each.
package org.quoin.intake.document;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;
import org.quoin.intake.document.Metadata.Reference;
import org.quoin.intake.document.Note.What;

/// The text of a record is its title, its abstract with the labels of its sections as headings, and abstracts
/// in other languages. MeSH headings, chemicals and grants have no place in the metadata and are counted.
final class PubmedReader implements DocumentReader {
    private static final Set<String> ROOTS = Set.of(
            "PubmedArticleSet", "PubmedArticle", "PubmedBookArticleSet", "PubmedBookArticle", "MedlineCitationSet");
    private static final XmlElement NOTHING = new XmlElement("", Map.of());

    @Override
    public String name() {
        return "PubMed XML";
    }

    @Override
    public boolean recognises(Source source) {
        return Xml.rootName(source).filter(ROOTS::contains).isPresent();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Records records = new Records(name(), budget);
        boolean bare = Xml.rootName(source).filter("MedlineCitationSet"::equals).isPresent();
        Set<String> units = bare ? Set.of("MedlineCitation") : Set.of("PubmedArticle", "PubmedBookArticle");
        Xml.parse(source, budget, records.notes(), units, record -> {
            Optional<XmlElement> book = record.child("BookDocument");
            if (book.isPresent()) {
                addBook(book.get(), records);
            } else {
                XmlElement citation =
                        bare ? record : record.child("MedlineCitation").orElse(NOTHING);
                addArticle(citation, record.child("PubmedData").orElse(NOTHING), records);
            }
        });
        return records.reading();
    }

    private static void addArticle(XmlElement citation, XmlElement data, Records records) {
        XmlElement article = citation.child("Article").orElse(NOTHING);
        String title = article.child("ArticleTitle")
                .map(XmlElement::words)
                .or(() -> article.child("VernacularTitle").map(XmlElement::words))
                .orElse(null);
        Metadata metadata = new Metadata(
                title,
                null,
                authors(article),
                publication(article),
                identifiers(citation, article, data),
                language(article),
                keywords(citation),
                words(article.all("PublicationTypeList", "PublicationType")).toList(),
                copyright(article),
                references(data));
        citation.all("MeshHeadingList", "MeshHeading")
                .forEach(heading -> records.notes().add(What.INDEX_TERM, "MeSH"));
        citation.all("ChemicalList", "Chemical")
                .forEach(substance -> records.notes().add(What.INDEX_TERM, "Chemical"));
        article.all("GrantList", "Grant").forEach(grant -> records.notes().add(What.RECORD_FIELD, "Grant"));
        records.add(key(citation), metadata, text -> {
            article.child("Abstract").ifPresent(part -> summary(part, text));
            citation.children("OtherAbstract").forEach(part -> summary(part, text));
        });
    }

    /// A book, or a chapter of one.
    private static void addBook(XmlElement document, Records records) {
        XmlElement book = document.child("Book").orElse(NOTHING);
        String bookTitle = book.child("BookTitle").map(XmlElement::words).orElse(null);
        String chapter = document.child("ArticleTitle").map(XmlElement::words).orElse(null);
        Metadata metadata = new Metadata(
                chapter == null ? bookTitle : chapter,
                null,
                authors(document.has("AuthorList") ? document : book),
                new Publication(
                        chapter == null ? null : bookTitle,
                        book.child("Volume").map(XmlElement::words).orElse(null),
                        null,
                        pages(document),
                        book.at("Publisher", "PublisherName")
                                .map(XmlElement::words)
                                .orElse(null),
                        book.child("PubDate").flatMap(PubmedReader::date).orElse(null)),
                new Identifiers(
                        doi(document).or(() -> doi(book)).orElse(null),
                        document.child("PMID")
                                .flatMap(id -> Fields.pmid(id.words()))
                                .orElse(null),
                        null,
                        List.of(),
                        words(book.children("Isbn")).toList()),
                language(document),
                keywords(document),
                words(document.children("PublicationType")).toList(),
                copyright(document),
                List.of());
        records.add(key(document), metadata, text -> document.child("Abstract").ifPresent(part -> summary(part, text)));
    }

    private static @Nullable String key(XmlElement record) {
        return record.child("PMID").map(id -> "PMID " + id.words()).orElse(null);
    }

    private static @Nullable String language(XmlElement record) {
        return record.child("Language")
                .map(XmlElement::words)
                .flatMap(Languages::tag)
                .orElse(null);
    }

    private static @Nullable String pages(XmlElement record) {
        XmlElement pages = record.child("Pagination").orElse(NOTHING);
        return pages.child("MedlinePgn")
                .map(XmlElement::words)
                .or(() -> Fields.pages(
                        pages.child("StartPage").map(XmlElement::words).orElse(null),
                        pages.child("EndPage").map(XmlElement::words).orElse(null)))
                .orElse(null);
    }

    private static List<String> keywords(XmlElement record) {
        return record.children("KeywordList")
                .flatMap(list -> words(list.children("Keyword")))
                .toList();
    }

    private static @Nullable String copyright(XmlElement record) {
        return record.at("Abstract", "CopyrightInformation")
                .map(XmlElement::words)
                .orElse(null);
    }

    private static Optional<String> doi(XmlElement record) {
        return record.children("ELocationID")
                .filter(id -> id.attribute("EIdType").equals("doi")
                        && !id.attribute("ValidYN").equals("N"))
                .flatMap(id -> Fields.doi(id.words()).stream())
                .findFirst();
    }

    private static void summary(XmlElement part, TextBuilder text) {
        text.open(PartKind.ABSTRACT, Languages.tag(part.attribute("Language")).orElse(null), false);
        part.children("AbstractText").forEach(section -> {
            String words = Objects.requireNonNullElse(section.words(), "");
            String label = section.attribute("Label");
            if (label.isEmpty() || label.equals("UNLABELLED")) {
                text.block(PartKind.PARAGRAPH, words);
            } else {
                text.open(PartKind.SECTION);
                text.roles(Role.ofSectionType(section.attribute("NlmCategory")));
                text.heading(Words.collapsed(label));
                text.block(PartKind.PARAGRAPH, words);
                text.close();
            }
        });
        text.close();
    }

    private static List<Author> authors(XmlElement article) {
        return article.all("AuthorList", "Author")
                .filter(author -> !author.attribute("ValidYN").equals("N"))
                .<Author>flatMap(author -> {
                    Optional<String> collective = author.child("CollectiveName").map(XmlElement::words);
                    if (collective.isPresent()) {
                        return Stream.of(new Author.Collective(collective.get()));
                    }
                    return author.child("LastName").map(XmlElement::words).stream()
                            .map(family -> new Author.Person(
                                    family,
                                    author.child("ForeName")
                                            .or(() -> author.child("Initials"))
                                            .map(XmlElement::words)
                                            .orElse(null),
                                    author.child("Suffix")
                                            .map(XmlElement::words)
                                            .orElse(null),
                                    author.children("Identifier")
                                            .filter(id -> id.attribute("Source").equals("ORCID"))
                                            .flatMap(id -> Fields.orcid(id.words()).stream())
                                            .findFirst()
                                            .orElse(null)));
                })
                .toList();
    }

    private static Publication publication(XmlElement article) {
        XmlElement journal = article.child("Journal").orElse(NOTHING);
        XmlElement issue = journal.child("JournalIssue").orElse(NOTHING);
        return new Publication(
                journal.child("Title")
                        .or(() -> journal.child("ISOAbbreviation"))
                        .map(XmlElement::words)
                        .orElse(null),
                issue.child("Volume").map(XmlElement::words).orElse(null),
                issue.child("Issue").map(XmlElement::words).orElse(null),
                pages(article),
                null,
                issue.child("PubDate")
                        .flatMap(PubmedReader::date)
                        .or(() -> article.child("ArticleDate").flatMap(PubmedReader::date))
                        .orElse(null));
    }

    private static Optional<Date> date(XmlElement date) {
        return Fields.date(
                        date.child("Year").map(XmlElement::words).orElse(null),
                        date.child("Month").map(XmlElement::words).orElse(null),
                        date.child("Day").map(XmlElement::words).orElse(null))
                .or(() -> Fields.date(
                        date.child("MedlineDate").map(XmlElement::words).orElse(null), null, null));
    }

    private static Identifiers identifiers(XmlElement citation, XmlElement article, XmlElement data) {
        return new Identifiers(
                doi(article).or(() -> id(data, "doi").flatMap(Fields::doi)).orElse(null),
                citation.child("PMID").flatMap(id -> Fields.pmid(id.words())).orElse(null),
                id(data, "pmc").flatMap(Fields::pmcid).orElse(null),
                Stream.concat(
                                words(article.all("Journal", "ISSN")),
                                words(citation.all("MedlineJournalInfo", "ISSNLinking")))
                        .distinct()
                        .toList(),
                List.of());
    }

    private static Optional<String> id(XmlElement holder, String type) {
        return holder.all("ArticleIdList", "ArticleId")
                .filter(id -> id.attribute("IdType").equals(type))
                .flatMap(id -> Fields.words(id.words()).stream())
                .findFirst();
    }

    private static List<Reference> references(XmlElement data) {
        return data.descendants("Reference")
                .flatMap(reference -> reference.child("Citation").map(XmlElement::words).stream()
                        .map(words -> new Reference(
                                null,
                                words,
                                null,
                                List.of(),
                                null,
                                Fields.year(words).orElse(null),
                                id(reference, "doi").flatMap(Fields::doi).orElse(null),
                                id(reference, "pubmed").flatMap(Fields::pmid).orElse(null))))
                .toList();
    }

    private static Stream<String> words(Stream<XmlElement> elements) {
        return elements.flatMap(element -> Fields.words(element.words()).stream());
    }
}
