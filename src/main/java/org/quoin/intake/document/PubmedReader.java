// Reads PubMed's XML: records of title and abstract, one document each.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;
import org.quoin.intake.document.Metadata.Reference;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;

/// The text of a record is its title, its abstract with the labels of its sections as headings, and abstracts
/// in other languages. MeSH headings, chemicals and grants have no place in the metadata and are not read.
final class PubmedReader implements DocumentReader {
    private static final Set<String> ROOTS = Set.of("PubmedArticleSet", "PubmedArticle", "MedlineCitationSet");
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
        List<ReadDocument> documents = new ArrayList<>();
        boolean bare = Xml.rootName(source).filter("MedlineCitationSet"::equals).isPresent();
        Notes parsing = new Notes();
        Xml.parse(source, budget, parsing, bare ? "MedlineCitation" : "PubmedArticle", record -> {
            XmlElement citation =
                    bare ? record : record.child("MedlineCitation").orElse(NOTHING);
            documents.add(read(citation, record.child("PubmedData").orElse(NOTHING), budget));
        });
        if (documents.isEmpty()) {
            throw Problem.invalid(source.name() + " holds no PubMed record");
        }
        return new Reading.Documents(documents);
    }

    private ReadDocument read(XmlElement citation, XmlElement data, Budget budget) {
        Notes notes = new Notes();
        TextBuilder text = new TextBuilder(budget, notes);
        XmlElement article = citation.child("Article").orElse(NOTHING);
        String title = article.child("ArticleTitle")
                .map(XmlElement::words)
                .or(() -> article.child("VernacularTitle").map(XmlElement::words))
                .orElse(null);
        text.block(PartKind.TITLE, Objects.requireNonNullElse(title, ""));
        article.child("Abstract").ifPresent(part -> summary(part, text));
        citation.children("OtherAbstract").forEach(part -> summary(part, text));
        Metadata metadata = new Metadata(
                title,
                null,
                authors(article),
                publication(article),
                identifiers(citation, article, data),
                article.child("Language")
                        .map(XmlElement::words)
                        .flatMap(Languages::tag)
                        .orElse(null),
                citation.children("KeywordList")
                        .flatMap(list -> words(list.children("Keyword")))
                        .toList(),
                words(article.all("PublicationTypeList", "PublicationType")).toList(),
                article.at("Abstract", "CopyrightInformation")
                        .map(XmlElement::words)
                        .orElse(null),
                references(data));
        String pmid = Objects.requireNonNullElse(metadata.identifiers().pmid(), "without a number");
        if (title != null && !article.has("Abstract")) {
            notes.add(What.FRONT_MATTER, "no abstract in the record");
        }
        return new ReadDocument(
                name(),
                text.text("has a record without title and abstract (PMID " + pmid + ")"),
                metadata,
                text.parts(),
                List.of(),
                notes.all());
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
                article.at("Pagination", "MedlinePgn")
                        .or(() -> article.at("Pagination", "StartPage"))
                        .map(XmlElement::words)
                        .orElse(null),
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
        Optional<String> doi = article.children("ELocationID")
                .filter(id -> id.attribute("EIdType").equals("doi")
                        && !id.attribute("ValidYN").equals("N"))
                .flatMap(id -> Fields.doi(id.words()).stream())
                .findFirst();
        return new Identifiers(
                doi.or(() -> id(data, "doi").flatMap(Fields::doi)).orElse(null),
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
