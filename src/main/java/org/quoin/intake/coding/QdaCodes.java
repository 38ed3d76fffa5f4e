// Reads the codes of a REFI-QDA project or codebook.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

final class QdaCodes {
    private static final Pattern LONG_COLOUR = Pattern.compile("#\\p{XDigit}{6}");
    private static final Pattern SHORT_COLOUR = Pattern.compile("#\\p{XDigit}{3}");

    private final QdaIds ids;
    private final Tally<What> tally;
    private final List<Code> codes = new ArrayList<>();

    QdaCodes(QdaIds ids, Tally<What> tally) {
        this.ids = ids;
        this.tally = tally;
    }

    /// @param codebook holds `Codes`
    List<Code> read(XmlElement codebook) {
        codebook.all("Codes", "Code").forEach(code -> read(code, null));
        return codes;
    }

    private void read(XmlElement element, @Nullable String parentId) {
        String id = ids.claim("code", element);
        String name = element.attribute("name").isBlank() ? id : element.attribute("name");
        codes.add(new Code(
                id,
                parentId,
                name,
                QdaReader.description(element),
                colour(element.attribute("color")),
                // xsd:boolean; a missing value is against the schema, and more codes are codable than not.
                !element.attribute("isCodable").strip().matches("false|0")));
        tally.add(What.CODING_MEMO, (int) element.children("NoteRef").count(), name);
        element.children("Code").forEach(child -> read(child, id));
    }

    private static @Nullable String colour(String colour) {
        String stripped = colour.strip().toUpperCase(Locale.ROOT);
        if (SHORT_COLOUR.matcher(stripped).matches()) {
            return stripped.replaceAll("(\\p{XDigit})", "$1$1");
        }
        return LONG_COLOUR.matcher(stripped).matches() ? stripped : null;
    }
}
