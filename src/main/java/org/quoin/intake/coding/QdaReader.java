// Reads REFI-QDA: projects with and without their package, and codebooks.
package org.quoin.intake.coding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Notes;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.Xml;
import org.quoin.intake.document.XmlElement;
import org.quoin.model.Problem;

final class QdaReader {
    private static final String PROJECT = "Project";
    private static final String CODEBOOK = "CodeBook";

    private QdaReader() {}

    static Optional<CodingFormat> formatOf(Source source) {
        if (source.startsWith("PK\u0003\u0004")) {
            boolean project = source.nameEndsWith(".qdpx")
                    || source.head().contains(".qde")
                    || source.endHas(".qde")
                    || source.endHas(".QDE");
            return project ? Optional.of(CodingFormat.QDPX) : Optional.empty();
        }
        String root = Xml.rootName(source).orElse("");
        boolean ours = source.head().contains("urn:QDA-XML:");
        if ((ours && root.equals(PROJECT)) || source.nameEndsWith(".qde")) {
            return Optional.of(CodingFormat.QDE);
        }
        return (ours && root.equals(CODEBOOK)) || source.nameEndsWith(".qdc")
                ? Optional.of(CodingFormat.QDC)
                : Optional.empty();
    }

    static CodingFile read(CodingFormat format, Source source, Budget budget) {
        QdaPackage files = format == CodingFormat.QDPX ? QdaPackage.open(source, budget) : QdaPackage.ofProject(source);
        Tally<What> tally = new Tally<>(What.class);
        XmlElement root = parsed(files.project(), budget, tally);
        String wanted = format == CodingFormat.QDC ? CODEBOOK : PROJECT;
        if (!root.is(wanted)) {
            throw Problem.invalid(files.project().name() + " is not REFI-QDA: its root element is <" + root.name()
                    + ">, not <" + wanted + ">");
        }
        String origin = value(root, "origin");
        if (format == CodingFormat.QDC) {
            List<Code> codes = new QdaCodes(new QdaIds(tally), tally).read(root);
            tally.add(What.SET, (int) root.all("Sets", "Set").count(), "");
            return new CodingFile.Codebook(format, origin, codes, tally.all(CodingNote::new));
        }
        CodedProject project = new QdaProject(files, root, budget, tally).read();
        return new CodingFile.Project(format, origin, project, tally.all(CodingNote::new));
    }

    private static XmlElement parsed(Source source, Budget budget, Tally<What> tally) {
        Notes notes = new Notes();
        XmlElement root = Xml.parse(source, budget, notes);
        notes.all().forEach(note -> tally.add(What.UNREADABLE_ENTITY, note.count(), note.where()));
        return root;
    }

    /// An attribute; null when it is not there or empty.
    static @Nullable String value(XmlElement element, String attribute) {
        String value = element.attribute(attribute);
        return value.isBlank() ? null : value;
    }

    /// The text of an element's `Description`; null when it has none.
    static @Nullable String description(XmlElement element) {
        return element.child("Description")
                .map(XmlElement::text)
                .filter(words -> !words.isBlank())
                .orElse(null);
    }
}
