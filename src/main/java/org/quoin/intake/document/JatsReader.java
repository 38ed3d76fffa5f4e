// Reads articles in JATS and its forerunner, the NLM DTDs: what PubMed Central and most publishers hold.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;

/// Every DTD version and variant is read alike; namespaces beside local names do not matter.
///
/// What stands in the text, in this order: title and subtitle, abstracts (untyped ones first), body, back
/// matter with the list of references, floating figures and tables, notes on authors. Labels stand before what
/// they label. Out of the text stay the rest of the front matter, which becomes metadata, and what [Note]s tell
/// of.
final class JatsReader implements DocumentReader {
    /// Roots that hold articles: an export of PubMed Central, its OAI service.
    private static final Set<String> COLLECTIONS = Set.of("pmc-articleset", "OAI-PMH", "articles");

    @Override
    public String name() {
        return "JATS XML";
    }

    @Override
    public boolean recognises(Source source) {
        Optional<String> root = Xml.rootName(source);
        return root.isPresent()
                && ((root.get().equals("article") && !source.head().contains("docbook"))
                        || COLLECTIONS.contains(root.get()));
    }

    @Override
    public Reading read(Source source, Budget budget) {
        List<ReadDocument> documents = new ArrayList<>();
        if (Xml.rootName(source).filter("article"::equals).isPresent()) {
            Notes notes = new Notes();
            documents.add(read(Xml.parse(source, budget, notes), budget, notes));
        } else {
            Notes notes = new Notes();
            Xml.parse(
                    source,
                    budget,
                    notes,
                    Set.of("article"),
                    article -> documents.add(read(article, budget, new Notes())));
            if (documents.isEmpty()) {
                throw Problem.invalid(source.name() + " is a collection of articles without an article");
            }
        }
        return new Reading.Documents(documents);
    }

    private ReadDocument read(XmlElement article, Budget budget, Notes notes) {
        TextBuilder text = new TextBuilder(budget, notes);
        JatsText body = new JatsText(text, notes);
        // What is left out of titles and references is counted where they stand in the text, not twice.
        Metadata metadata = JatsMetadata.of(article, new JatsInline(new Notes(), () -> ""));
        article.child("front").ifPresent(body::front);
        article.child("body").ifPresent(body::matter);
        article.child("back").ifPresent(body::matter);
        article.children()
                .filter(child -> child.is("floats-group") || child.is("floats-wrap"))
                .forEach(body::matter);
        article.at("front", "article-meta", "author-notes").ifPresent(body::matter);
        article.child("front").ifPresent(body::notesInFront);
        article.children()
                .filter(child -> child.is("sub-article") || child.is("response"))
                .forEach(child -> notes.add(What.SUB_ARTICLE, titleOf(child)));
        return new ReadDocument(
                name(), text.text("is an article without a word"), metadata, text.parts(), List.of(), notes.all());
    }

    private static String titleOf(XmlElement subArticle) {
        return subArticle
                .at("front-stub", "title-group", "article-title")
                .or(() -> subArticle.at("front", "article-meta", "title-group", "article-title"))
                .map(XmlElement::words)
                .orElse(subArticle.attribute("article-type"));
    }
}
