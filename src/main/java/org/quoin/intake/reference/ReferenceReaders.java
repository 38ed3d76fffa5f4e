// The readers of reference exports, in the order in which they are asked.
package org.quoin.intake.reference;

import java.util.List;
import org.quoin.intake.document.DocumentReader;

public final class ReferenceReaders {
    /// What begins in a way of its own first; tables, which are told by the names of their columns, after it; at
    /// last what only claims by its name to be a reference file, and is refused with the reason.
    private static final List<DocumentReader> ALL = List.of(
            new EndNoteXmlReader(),
            new NbibReader(),
            new RisReader(),
            new IsiReader(),
            new EndNoteTaggedReader(),
            new OvidReader(),
            new BibtexReader(),
            new TableReader(),
            new MisnamedFileReader());

    private ReferenceReaders() {}

    public static List<DocumentReader> all() {
        return ALL;
    }
}
