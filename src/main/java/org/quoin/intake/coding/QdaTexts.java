// Finds the plain text of a source or memo of a REFI-QDA project: in the package or in the XML itself.
package org.quoin.intake.coding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.QdaPackage.Target;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Encodings;
import org.quoin.intake.document.Notes;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

final class QdaTexts {
    private final QdaPackage files;
    private final Budget budget;
    private final Tally<What> tally;

    QdaTexts(QdaPackage files, Budget budget, Tally<What> tally) {
        this.files = files;
        this.budget = budget;
        this.tally = tally;
    }

    /// The text with its places; empty when the file does not hold it.
    ///
    /// @param name of the source, for notes
    Optional<StoredText> of(XmlElement element, String name) {
        return decoded(element, name).map(decoded -> {
            StoredText text = new StoredText(decoded);
            tally.add(What.CONTROL_CHARACTER, text.controlCharacters(), name);
            return text;
        });
    }

    /// The words of a memo; null when there are none.
    @Nullable
    String words(XmlElement memo) {
        return decoded(memo, memo.attribute("name"))
                .map(words -> words.replace("\uFEFF", "").replace("\r\n", "\n").strip())
                .filter(words -> !words.isEmpty())
                .orElse(null);
    }

    private Optional<String> decoded(XmlElement element, String name) {
        String path = element.attribute("plainTextPath").strip();
        if (!path.isEmpty()) {
            switch (files.target(path)) {
                case Target.Found(Source file) -> {
                    return Optional.of(decoded(file));
                }
                case Target.Missing() -> tally.add(What.MISSING_FILE, name);
                case Target.Outside() -> tally.add(What.OUTSIDE_FILE, path);
            }
        }
        return element.child("PlainTextContent").map(XmlElement::text);
    }

    private String decoded(Source file) {
        Notes notes = new Notes();
        String decoded = Encodings.decode(file, notes);
        budget.useCharacters(decoded.length());
        notes.all().forEach(note -> tally.add(What.ENCODING, note.count(), file.name() + ": " + note.where()));
        return decoded;
    }
}
