// Lists of small numbers, one a row, in two arrays.
package org.quoin.synthesis;

import java.util.Arrays;

/// A hundred thousand short lists as objects would cost more than what they hold.
final class Rows {
    private final int[] starts;
    private final int[] values;

    private Rows(int[] starts, int[] values) {
        this.starts = starts;
        this.values = values;
    }

    int size() {
        return starts.length - 1;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    /// @param at from [#start] to before [#end]
    int at(int at) {
        return values[at];
    }

    boolean isEmpty(int row) {
        return starts[row] == starts[row + 1];
    }

    boolean contains(int row, int value) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /// Puts rows together, one after the other.
    static final class Builder {
        private int[] starts = new int[1024];
        private int[] values = new int[4096];
        private int rows;
        private int filled;

        /// Adds to the row that is being written; what it has already is not added again.
        Builder add(int value) {
            for (int i = starts[rows]; i < filled; i++) {
                if (values[i] == value) {
                    return this;
                }
            }
            if (filled == values.length) {
                values = Arrays.copyOf(values, filled * 2);
            }
            values[filled++] = value;
            return this;
        }

        Builder addAll(int[] more) {
            for (int value : more) {
                add(value);
            }
            return this;
        }

        Builder endRow() {
            rows++;
            if (rows == starts.length) {
                starts = Arrays.copyOf(starts, rows * 2);
            }
            starts[rows] = filled;
            return this;
        }

        Rows build() {
            return new Rows(Arrays.copyOf(starts, rows + 1), Arrays.copyOf(values, filled));
        }
    }
}
