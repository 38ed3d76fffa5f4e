// The counts of many cells.
package org.quoin.synthesis;

import java.util.Arrays;

/// Arrays and not objects, because a large matrix of a large base counts a million times. Each study has to be
/// counted before the next one.
final class Tally {
    private static final byte WITHIN = 1;
    private static final byte BETWEEN = 2;

    private final int[] items;
    private final int[] quotes;
    private final Distinct studies;
    private final Distinct helping;
    private final Distinct hindering;
    private final Distinct absent;
    private final Distinct notReported;
    private final byte[] contradictions;

    Tally(int cells) {
        items = new int[cells];
        quotes = new int[cells];
        studies = new Distinct(cells);
        helping = new Distinct(cells);
        hindering = new Distinct(cells);
        absent = new Distinct(cells);
        notReported = new Distinct(cells);
        contradictions = new byte[cells];
    }

    /// Counts studies, each once a cell.
    private static final class Distinct {
        private final int[] counts;
        private final int[] last;

        Distinct(int cells) {
            counts = new int[cells];
            last = new int[cells];
            Arrays.fill(last, -1);
        }

        void add(int cell, int study) {
            if (last[cell] != study) {
                last[cell] = study;
                counts[cell]++;
            }
        }
    }

    void add(int cell, int study, int itsQuotes, boolean helps, boolean hinders) {
        items[cell]++;
        quotes[cell] += itsQuotes;
        studies.add(cell, study);
        if (helps) {
            helping.add(cell, study);
        }
        if (hinders) {
            hindering.add(cell, study);
        }
    }

    void addAbsence(int cell, int study, boolean inVain) {
        (inVain ? absent : notReported).add(cell, study);
    }

    void contradicted(int cell, boolean within, boolean between) {
        contradictions[cell] |= (byte) ((within ? WITHIN : 0) | (between ? BETWEEN : 0));
    }

    Cell cell(int cell) {
        return new Cell(
                state(cell),
                studies.counts[cell],
                items[cell],
                quotes[cell],
                helping.counts[cell],
                hindering.counts[cell],
                absent.counts[cell],
                notReported.counts[cell]);
    }

    private CellState state(int cell) {
        if (items[cell] == 0) {
            return absent.counts[cell] > 0
                    ? CellState.ABSENT
                    : notReported.counts[cell] > 0 ? CellState.NOT_REPORTED : CellState.NOT_CODED;
        }
        return switch (contradictions[cell]) {
            case 0 -> CellState.FOUND;
            case WITHIN -> CellState.CONTRADICTED_WITHIN;
            case BETWEEN -> CellState.CONTRADICTED_BETWEEN;
            default -> CellState.CONTRADICTED_WITHIN_AND_BETWEEN;
        };
    }
}
