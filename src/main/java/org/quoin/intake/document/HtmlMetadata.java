// What a web page says about the paper on it, in the meta elements that search engines for papers read.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;

/// `citation_...` of Google Scholar first, Dublin Core where that is silent. The title element is not believed:
/// it names the site as often as the paper.
final class HtmlMetadata {
    private HtmlMetadata() {}

    static Metadata of(Document page) {
        return new Metadata(
                first(page, "citation_title", "dc.title").orElse(null),
                null,
                authors(page),
                new Publication(
                        first(page, "citation_journal_title", "citation_inbook_title", "prism.publicationname")
                                .orElse(null),
                        first(page, "citation_volume", "prism.volume").orElse(null),
                        first(page, "citation_issue", "prism.number").orElse(null),
                        Fields.pages(
                                        first(page, "citation_firstpage", "prism.startingpage")
                                                .orElse(null),
                                        first(page, "citation_lastpage", "prism.endingpage")
                                                .orElse(null))
                                .orElse(null),
                        first(page, "citation_publisher", "dc.publisher").orElse(null),
                        first(
                                        page,
                                        "citation_publication_date",
                                        "citation_online_date",
                                        "citation_date",
                                        "citation_year",
                                        "dc.date")
                                .flatMap(HtmlMetadata::date)
                                .orElse(null)),
                new Identifiers(
                        Stream.of("citation_doi", "dc.identifier", "prism.doi")
                                .flatMap(name -> values(page, name))
                                .flatMap(value -> Fields.doi(value).stream())
                                .findFirst()
                                .orElse(null),
                        first(page, "citation_pmid").flatMap(Fields::pmid).orElse(null),
                        first(page, "citation_pmcid").flatMap(Fields::pmcid).orElse(null),
                        values(page, "citation_issn").distinct().toList(),
                        values(page, "citation_isbn").distinct().toList()),
                first(page, "citation_language", "dc.language")
                        .or(() -> Optional.of(page.select("html").attr("lang")))
                        .flatMap(Languages::tag)
                        .orElse(null),
                values(page, "citation_keywords")
                        .flatMap(words -> Stream.of(words.split("[;,]", -1)))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList(),
                values(page, "citation_article_type").toList(),
                Optional.ofNullable(page.selectFirst("link[rel=license], a[rel=license]"))
                        .flatMap(link -> Fields.words(link.attr("href")))
                        .or(() -> first(page, "dc.rights"))
                        .orElse(null),
                List.of());
    }

    private static List<Author> authors(Document page) {
        List<Author> authors = new ArrayList<>();
        for (Element meta : page.select("meta[name], meta[property]")) {
            String value = Words.collapsed(meta.attr("content"));
            if (value.isEmpty()) {
                continue;
            }
            switch (nameOf(meta)) {
                case "citation_author" -> authors.add(person(value));
                case "citation_author_orcid" -> {
                    // It follows the author that it is of.
                    if (!authors.isEmpty() && authors.getLast() instanceof Author.Person last) {
                        authors.set(
                                authors.size() - 1,
                                new Author.Person(
                                        last.family(),
                                        last.given(),
                                        last.suffix(),
                                        Fields.orcid(value).orElse(null)));
                    }
                }
                default -> {}
            }
        }
        return authors.isEmpty()
                ? values(page, "dc.creator").<Author>map(HtmlMetadata::person).toList()
                : authors;
    }

    /// `Family, Given` is divided; `Given Family` is not, because where one ends cannot be known.
    private static Author.Person person(String name) {
        int comma = name.indexOf(',');
        return comma < 0
                ? new Author.Person(name, null, null, null)
                : new Author.Person(
                        name.substring(0, comma).strip(),
                        name.substring(comma + 1).strip(),
                        null,
                        null);
    }

    /// `2015/11/24`, `2015-11`, `2015`.
    private static Optional<Date> date(String value) {
        String[] parts = value.split("[/ -]", 3);
        return Fields.date(parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null)
                .or(() -> Fields.date(value, null, null));
    }

    private static Optional<String> first(Document page, String... names) {
        return Stream.of(names).flatMap(name -> values(page, name)).findFirst();
    }

    private static Stream<String> values(Document page, String name) {
        return page.select("meta[name], meta[property]").stream()
                .filter(meta -> nameOf(meta).equals(name))
                .flatMap(meta -> Fields.words(meta.attr("content")).stream());
    }

    private static String nameOf(Element meta) {
        String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
        return name.toLowerCase(Locale.ROOT).replace("dcterms.", "dc.");
    }
}
