// A cell of a matrix: how much there is, and what can be said of it.
package org.quoin.synthesis;

/// Everything that counts counts studies; items and quotes only say how much there is to read.
///
/// @param state what can be said of it
/// @param studies with evidence here
/// @param items evidence items
/// @param quotes the items' quotes; in a cell of one voice, those in this voice
/// @param helping studies in which something here helps
/// @param hindering studies in which something here hinders
/// @param absent studies that looked for it in vain
/// @param notReported studies whose text was read for it and is silent
public record Cell(
        CellState state, int studies, int items, int quotes, int helping, int hindering, int absent, int notReported) {
    /// Which way its evidence points.
    public enum Direction {
        HELPS,
        HINDERS,
        MIXED,
        /// There is evidence, but no enabler and no barrier among it.
        NONE
    }

    public Direction direction() {
        if (helping > 0) {
            return hindering > 0 ? Direction.MIXED : Direction.HELPS;
        }
        return hindering > 0 ? Direction.HINDERS : Direction.NONE;
    }

    /// What it says, in words: `2 studies, 3 items, 4 quotes; helps in 2, hinders in 1; contradicted between
    /// studies`.
    public String inWords() {
        if (!state.hasEvidence()) {
            return state.label() + records();
        }
        var words = new StringBuilder(Matrix.studies(studies))
                .append(items == 1 ? ", 1 item" : ", " + items + " items")
                .append(quotes == 1 ? ", 1 quote" : ", " + quotes + " quotes");
        if (helping > 0) {
            words.append("; helps in ").append(helping);
        }
        if (hindering > 0) {
            words.append(helping > 0 ? ", hinders in " : "; hinders in ").append(hindering);
        }
        if (state.isContradicted()) {
            words.append("; ").append(state.label());
        }
        return words + records();
    }

    private String records() {
        var words = new StringBuilder();
        if (absent > 0 && (state.hasEvidence() || absent > 1)) {
            words.append("; looked for and absent in ").append(absent);
        }
        if (notReported > 0 && (state != CellState.NOT_REPORTED || notReported > 1)) {
            words.append("; not reported in ").append(notReported);
        }
        return words.toString();
    }
}
