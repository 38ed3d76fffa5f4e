// What a JATS article's front matter says about it.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;

final class JatsMetadata {
    private static final XmlElement NOTHING = new XmlElement("", Map.of());

    private JatsMetadata() {}

    static Metadata of(XmlElement article, JatsInline inline) {
        XmlElement journal = article.at("front", "journal-meta").orElse(NOTHING);
        XmlElement meta = article.at("front", "article-meta").orElse(NOTHING);
        List<String> types = new ArrayList<>();
        Fields.words(article.attribute("article-type")).ifPresent(types::add);
        meta.all("article-categories", "subj-group")
                .filter(group -> group.attribute("subj-group-type").equals("heading"))
                .flatMap(group -> group.children("subject"))
                .forEach(subject -> Fields.words(subject.words()).ifPresent(types::add));
        return new Metadata(
                words(meta.at("title-group", "article-title"), inline),
                words(meta.at("title-group", "subtitle"), inline),
                authors(meta),
                publication(journal, meta),
                identifiers(journal, meta),
                Fields.words(article.attribute("lang")).orElse(null),
                meta.children("kwd-group")
                        .flatMap(group -> group.children().filter(child -> child.is("kwd") || child.is("compound-kwd")))
                        .map(inline::words)
                        .filter(keyword -> !keyword.isEmpty())
                        .toList(),
                types,
                licence(meta),
                article.child("back").stream()
                        .flatMap(back -> back.descendants("ref"))
                        .flatMap(ref -> JatsReferences.of(ref, inline))
                        .toList());
    }

    private static @Nullable String words(Optional<XmlElement> element, JatsInline inline) {
        return element.map(inline::title).filter(words -> !words.isEmpty()).orElse(null);
    }

    private static List<Author> authors(XmlElement meta) {
        return meta.all("contrib-group", "contrib")
                .filter(contrib -> {
                    String type = contrib.attribute("contrib-type");
                    return type.isEmpty() || type.equals("author");
                })
                .flatMap(JatsMetadata::author)
                .toList();
    }

    private static Stream<Author> author(XmlElement contrib) {
        Optional<XmlElement> name = contrib.child("name").or(() -> contrib.at("name-alternatives", "name"));
        if (name.isPresent()) {
            return person(name.get(), orcid(contrib)).stream();
        }
        Optional<XmlElement> oneString =
                contrib.child("string-name").or(() -> contrib.at("name-alternatives", "string-name"));
        if (oneString.isPresent()) {
            return person(oneString.get(), orcid(contrib)).stream();
        }
        return contrib.child("collab").or(() -> contrib.at("collab-alternatives", "collab")).stream()
                .flatMap(collab -> collective(collab).stream());
    }

    /// A name in parts or, where it has none, in one.
    static Optional<Author> person(XmlElement name, @Nullable String orcid) {
        Optional<String> family = name.child("surname").flatMap(surname -> Fields.words(surname.words()));
        Optional<String> given = name.child("given-names").flatMap(names -> Fields.words(names.words()));
        Optional<String> suffix = name.child("suffix").flatMap(part -> Fields.words(part.words()));
        if (family.isEmpty()) {
            return given.or(() -> Fields.words(name.words()))
                    .map(whole -> new Author.Person(whole, null, suffix.orElse(null), orcid));
        }
        return Optional.of(new Author.Person(family.get(), given.orElse(null), suffix.orElse(null), orcid));
    }

    /// A group's name, without the members that may be listed inside it.
    static Optional<Author> collective(XmlElement collab) {
        StringBuilder name = new StringBuilder();
        collab.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String words) {
                name.append(words);
            }

            @Override
            public void element(XmlElement child) {
                if (!child.is("contrib-group") && !child.is("xref") && !child.is("aff")) {
                    name.append(Optional.ofNullable(child.words()).orElse(""));
                }
            }
        });
        return Fields.words(name.toString()).map(Author.Collective::new);
    }

    private static @Nullable String orcid(XmlElement contrib) {
        return contrib.children("contrib-id")
                .filter(id -> id.attribute("contrib-id-type").equals("orcid"))
                .flatMap(id -> Fields.orcid(id.words()).stream())
                .findFirst()
                .orElse(null);
    }

    private static Publication publication(XmlElement journal, XmlElement meta) {
        String container = journal.at("journal-title-group", "journal-title")
                .or(() -> journal.child("journal-title"))
                .or(() -> journal.at("journal-title-group", "abbrev-journal-title"))
                .or(() -> journal.child("abbrev-journal-title"))
                .map(XmlElement::words)
                .orElse(null);
        return new Publication(
                container,
                words(meta, "volume"),
                words(meta, "issue"),
                Fields.pages(words(meta, "fpage"), words(meta, "lpage"))
                        .or(() -> Optional.ofNullable(words(meta, "elocation-id")))
                        .orElse(null),
                journal.at("publisher", "publisher-name").map(XmlElement::words).orElse(null),
                meta.children("pub-date")
                        .filter(JatsMetadata::isOfPublication)
                        .flatMap(date -> date(date).stream())
                        .min(EARLIEST)
                        .orElse(null));
    }

    /// Not the day it was put into an archive.
    private static boolean isOfPublication(XmlElement date) {
        String type = date.attribute("pub-type") + date.attribute("date-type");
        return !type.contains("pmc") && !type.contains("nihms");
    }

    private static final Comparator<Date> EARLIEST = Comparator.comparingInt(Date::year)
            .thenComparing(Date::month, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Date::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private static Optional<Date> date(XmlElement date) {
        return Fields.date(words(date, "year"), words(date, "month"), words(date, "day"));
    }

    private static Identifiers identifiers(XmlElement journal, XmlElement meta) {
        return new Identifiers(
                id(meta, "doi").flatMap(Fields::doi).orElse(null),
                id(meta, "pmid").flatMap(Fields::pmid).orElse(null),
                id(meta, "pmcid")
                        .or(() -> id(meta, "pmc"))
                        .flatMap(Fields::pmcid)
                        .orElse(null),
                Stream.concat(journal.children("issn"), meta.children("issn"))
                        .flatMap(issn -> Fields.words(issn.words()).stream())
                        .distinct()
                        .toList(),
                meta.children("isbn")
                        .flatMap(isbn -> Fields.words(isbn.words()).stream())
                        .distinct()
                        .toList());
    }

    private static Optional<String> id(XmlElement meta, String type) {
        return meta.children("article-id")
                .filter(id -> id.attribute("pub-id-type").equals(type))
                .flatMap(id -> Fields.words(id.words()).stream())
                .findFirst();
    }

    private static @Nullable String licence(XmlElement meta) {
        XmlElement permissions = meta.child("permissions").orElse(meta);
        return permissions
                .children("license")
                .flatMap(licence -> Stream.of(
                                Fields.words(licence.attribute("href")),
                                licence.child("license_ref").flatMap(ref -> Fields.words(ref.words())),
                                Fields.words(licence.words()))
                        .flatMap(Optional::stream))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String words(XmlElement parent, String child) {
        return parent.child(child).map(XmlElement::words).orElse(null);
    }
}
