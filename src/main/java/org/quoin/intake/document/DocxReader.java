// Reads Word documents (.docx).
package org.quoin.intake.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;

/// The package is unpacked and its XML read by the same parser and within the same limits as all other XML
/// here. Of the document's properties only the keywords are believed, and the title where it stands in the text
/// too: they describe whoever first saved the file, or a template, as often as the paper.
final class DocxReader implements DocumentReader {
    private static final XmlElement NOTHING = new XmlElement("", Map.of());

    @Override
    public String name() {
        return "Word (.docx)";
    }

    /// Any Office package: which one, its content tells.
    @Override
    public boolean recognises(Source source) {
        return source.startsWith("PK\u0003\u0004")
                && (source.head().contains("[Content_Types].xml")
                        || source.head().contains("word/"));
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Map<String, byte[]> parts = unpacked(source, budget);
        String main =
                target(parts, "_rels/.rels", "/officeDocument", source, budget).orElse("word/document.xml");
        if (!main.endsWith("document.xml") && !main.startsWith("word/")) {
            throw Problem.invalid(
                    source.name() + " is an Office file without text to read (" + main + "), not a Word document");
        }
        XmlElement document = parsed(parts, main, source, budget)
                .orElseThrow(() -> Problem.invalid(source.name() + " is a zip archive without a Word document"));
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        Notes notes = new Notes();
        TextBuilder text = new TextBuilder(budget, notes);
        DocxText body = new DocxText(
                text,
                notes,
                DocxStyles.of(
                        parsed(parts, folder + "styles.xml", source, budget).orElse(NOTHING)),
                parsed(parts, folder + "footnotes.xml", source, budget).orElse(NOTHING),
                parsed(parts, folder + "endnotes.xml", source, budget).orElse(NOTHING));
        body.read(document.child("body").orElse(NOTHING));
        XmlElement properties =
                parsed(parts, "docProps/core.xml", source, budget).orElse(NOTHING);
        var normalised = text.text("is a Word document without text");
        return Reading.Documents.of(new ReadDocument(
                name(),
                normalised,
                metadata(body.title(), properties, normalised.value()),
                text.parts(),
                List.of(),
                notes.all()));
    }

    private static Metadata metadata(@Nullable String title, XmlElement properties, String text) {
        String known = title != null
                ? title
                : properties
                        .child("title")
                        .map(XmlElement::words)
                        .filter(words -> ("\n" + text + "\n").contains("\n" + words + "\n"))
                        .orElse(null);
        Metadata metadata = Metadata.titled(known);
        List<String> keywords = properties.child("keywords").flatMap(words -> Fields.words(words.words())).stream()
                .flatMap(words -> List.of(words.split("[;,]", -1)).stream())
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        return metadata.withKeywords(keywords);
    }

    /// The part that another part's relations name for a purpose.
    private static Optional<String> target(
            Map<String, byte[]> parts, String relations, String purpose, Source source, Budget budget) {
        return parsed(parts, relations, source, budget).stream()
                .flatMap(root -> root.children("Relationship"))
                .filter(relation -> relation.attribute("Type").endsWith(purpose))
                .map(relation -> relation.attribute("Target").replaceFirst("^/", ""))
                .findFirst();
    }

    private static Optional<XmlElement> parsed(Map<String, byte[]> parts, String name, Source source, Budget budget) {
        return Optional.ofNullable(parts.get(name))
                .map(bytes -> Xml.parse(Source.of(source.name() + "!" + name, bytes), budget, new Notes()));
    }

    private static Map<String, byte[]> unpacked(Source source, Budget budget) {
        return Zip.unpacked(source, budget, name -> name.endsWith(".xml") || name.endsWith(".rels"));
    }
}
