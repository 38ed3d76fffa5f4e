// The works that a JATS article refers to.
package org.quoin.intake.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Reference;

final class JatsReferences {
    private static final Set<String> CITATIONS =
            Set.of("mixed-citation", "element-citation", "nlm-citation", "citation", "product");

    private JatsReferences() {}

    /// One for each work of an entry; an entry of nothing but a note gives none.
    static Stream<Reference> of(XmlElement entry, JatsInline inline) {
        String label = entry.child("label").map(XmlElement::words).orElse(null);
        return citations(entry).map(citation -> reference(label, citation, inline));
    }

    /// An entry as it stands in the text.
    static String printed(XmlElement entry, JatsInline inline) {
        StringBuilder words = new StringBuilder();
        List<XmlElement> citations = citations(entry).toList();
        for (XmlElement citation : citations) {
            words.append(' ').append(printedCitation(citation, inline));
        }
        entry.children()
                .filter(child -> child.is("note") || (citations.isEmpty() && !child.is("label")))
                .forEach(note -> words.append(' ').append(inline.words(note)));
        return Words.collapsed(words);
    }

    private static Stream<XmlElement> citations(XmlElement entry) {
        return entry.children().flatMap(child -> {
            if (child.is("citation-alternatives")) {
                return child.children()
                        .filter(form -> CITATIONS.contains(form.name()))
                        .limit(1);
            }
            return CITATIONS.contains(child.name()) ? Stream.of(child) : Stream.empty();
        });
    }

    /// A citation that brings its own punctuation is printed as it is; of one that is only fields these are put
    /// beside one another.
    private static String printedCitation(XmlElement citation, JatsInline inline) {
        StringBuilder words = new StringBuilder();
        boolean[] punctuated = {false};
        citation.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String more) {
                punctuated[0] |= !more.isBlank();
            }

            @Override
            public void element(XmlElement child) {}
        });
        if (punctuated[0]) {
            citation.forEach(new XmlElement.Visitor() {
                @Override
                public void words(String more) {
                    words.append(more);
                }

                @Override
                public void element(XmlElement child) {
                    if (child.is("pub-id") || child.is("ext-link")) {
                        words.append(' ');
                    }
                    printedField(child, words, inline);
                }
            });
        } else {
            for (XmlElement field : citation.children().toList()) {
                words.append(' ');
                printedField(field, words, inline);
            }
        }
        return Words.collapsed(words);
    }

    private static void printedField(XmlElement field, StringBuilder words, JatsInline inline) {
        switch (field.name()) {
            case "person-group", "name", "name-alternatives", "collab", "etal" -> {
                StringBuilder inner = new StringBuilder();
                field.forEach(new XmlElement.Visitor() {
                    @Override
                    public void words(String more) {
                        inner.append(more);
                    }

                    @Override
                    public void element(XmlElement child) {
                        inner.append(' ');
                        printedField(child, inner, inline);
                    }
                });
                words.append(Words.collapsed(inner));
            }
            default -> inline.append(field, words);
        }
    }

    private static Reference reference(@Nullable String label, XmlElement citation, JatsInline inline) {
        Optional<XmlElement> title = Stream.of("article-title", "chapter-title", "data-title")
                .flatMap(name -> citation.child(name).stream())
                .findFirst();
        return new Reference(
                label,
                printedCitation(citation, inline),
                title.map(inline::title).filter(words -> !words.isEmpty()).orElse(null),
                authors(citation),
                citation.child("source").map(XmlElement::words).orElse(null),
                citation.child("year")
                        .flatMap(year -> Fields.year(year.words()))
                        .orElse(null),
                id(citation, "doi").flatMap(Fields::doi).orElse(null),
                id(citation, "pmid")
                        .or(() -> id(citation, "medline"))
                        .flatMap(Fields::pmid)
                        .orElse(null));
    }

    private static List<Author> authors(XmlElement citation) {
        return Stream.concat(
                        Stream.of(citation), citation.children("person-group").filter(group -> {
                            String type = group.attribute("person-group-type");
                            return type.isEmpty() || type.equals("author");
                        }))
                .flatMap(XmlElement::children)
                .flatMap(child -> switch (child.name()) {
                    case "name", "string-name" -> JatsMetadata.person(child, null).stream();
                    case "collab" -> JatsMetadata.collective(child).stream();
                    default -> Stream.<Author>empty();
                })
                .toList();
    }

    private static Optional<String> id(XmlElement citation, String type) {
        return citation.descendants("pub-id")
                .filter(id -> id.attribute("pub-id-type").equals(type))
                .flatMap(id -> Fields.words(id.words()).stream())
                .findFirst();
    }
}
