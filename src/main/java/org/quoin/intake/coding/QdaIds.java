// Gives each part of a REFI-QDA file the id that it has, and another where that cannot be.
package org.quoin.intake.coding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

final class QdaIds {
    private final Tally<What> tally;
    private final Set<Claim> claimed = new HashSet<>();
    private final Map<String, Integer> withoutId = new HashMap<>();

    private record Claim(String kind, String id) {}

    QdaIds(Tally<What> tally) {
        this.tally = tally;
    }

    /// The part's GUID. A part without one, or with one that another of its kind has, gets one made of what
    /// is there, which is the same each time the file is read.
    ///
    /// @param kind parts of different kinds may have the same
    String claim(String kind, XmlElement part) {
        String id = Guids.canonical(part.attribute("guid"));
        if (id.isEmpty()) {
            tally.add(What.MISSING_ID, kind + " " + part.attribute("name"));
            int number = withoutId.merge(kind, 1, Integer::sum);
            return claimDerived(kind, "without id " + number);
        }
        if (claimed.add(new Claim(kind, id))) {
            return id;
        }
        tally.add(What.DUPLICATE_ID, kind + " " + id);
        return claimDerived(kind, id);
    }

    private String claimDerived(String kind, String of) {
        String id = Guids.derived(kind, of);
        while (!claimed.add(new Claim(kind, id))) {
            id = Guids.derived(kind, id);
        }
        return id;
    }
}
