// A way of counting places in a text. Tools differ, whatever the specification says.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.List;

/// @param markCounted whether a byte order mark at the start of the file counts as a character
/// @param fromOne whether the first character has the number 1
/// @param endIncluded whether the end position is that of the last character selected, not the one after it
record PositionConvention(Unit unit, LineEnds lineEnds, boolean markCounted, boolean fromOne, boolean endIncluded) {
    enum Unit {
        CODE_POINTS,
        UTF_16
    }

    /// How a line end counts.
    enum LineEnds {
        /// As many as it has in the file.
        AS_STORED,
        /// One, also where the file has CR LF.
        ONE,
        /// Two, also where the file has LF alone.
        TWO
    }

    /// Code points of the file as it is, from 0, the end excluded: what the specification says, read with the
    /// examples in it.
    static final PositionConvention SPECIFIED =
            new PositionConvention(Unit.CODE_POINTS, LineEnds.AS_STORED, false, false, false);

    /// How far apart two conventions are: by how many choices, of which counting from 1 weighs double,
    /// because no tool is known to do it.
    int distance(PositionConvention other) {
        return (unit == other.unit ? 0 : 1)
                + (lineEnds == other.lineEnds ? 0 : 1)
                + (markCounted == other.markCounted ? 0 : 1)
                + (fromOne == other.fromOne ? 0 : 2)
                + (endIncluded == other.endIncluded ? 0 : 1);
    }

    /// In words, naming only what differs from the specification.
    String description() {
        List<String> parts = new ArrayList<>();
        if (unit == Unit.UTF_16) {
            parts.add("UTF-16 units, an emoji as two");
        }
        if (lineEnds == LineEnds.ONE) {
            parts.add("CR LF as one");
        }
        if (lineEnds == LineEnds.TWO) {
            parts.add("each line end as two");
        }
        if (markCounted) {
            parts.add("the byte order mark counted");
        }
        if (fromOne) {
            parts.add("from 1");
        }
        if (endIncluded) {
            parts.add("the end included");
        }
        return parts.isEmpty() ? "as specified" : String.join(", ", parts);
    }
}
