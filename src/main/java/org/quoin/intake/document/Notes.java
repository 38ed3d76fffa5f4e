// Gathers notes while a file is read.
package org.quoin.intake.document;

import java.util.List;
import org.quoin.intake.document.Note.What;

public final class Notes {
    private final Tally<What> tally = new Tally<>(What.class);

    /// @param where may be empty
    void add(What what, String where) {
        tally.add(what, where);
    }

    public List<Note> all() {
        return tally.all(Note::new);
    }
}
