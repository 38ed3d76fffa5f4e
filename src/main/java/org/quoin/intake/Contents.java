// All that a reader made of a file.
package org.quoin.intake;

import java.util.List;

/// @param incoming the papers it is about; none when the file is in order and holds no paper's words, such as the
///     packing list of a manuscript package
/// @param notes what a file without a paper is
public record Contents(List<? extends Incoming> incoming, List<String> notes) {
    public Contents {
        incoming = List.copyOf(incoming);
        notes = List.copyOf(notes);
    }

    static Contents of(List<? extends Incoming> incoming) {
        return new Contents(incoming, List.of());
    }
}
