// Gathers notes while a file is read.
package org.quoin.intake.document;

import java.util.List;
import org.quoin.intake.document.Note.What;

/// Not thread-safe: one for each file.
public final class Notes {
    private final Tally<What> tally = new Tally<>(What.class);

    /// Counts one more.
    ///
    /// @param where may be empty
    public void add(What what, String where) {
        tally.add(what, where);
    }

    public List<Note> all() {
        return tally.all(Note::new);
    }

    /// The first few places of a kind.
    String places(What what) {
        return tally.places(what);
    }
}
