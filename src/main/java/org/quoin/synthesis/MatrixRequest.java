// What a matrix is to show.
package org.quoin.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quoin.model.Problem;
import org.quoin.search.SearchFilter;

/// @param rows what the rows are
/// @param columns what the columns are
/// @param filter which evidence is compared
public record MatrixRequest(Side rows, Side columns, SearchFilter filter) {
    /// @param axis what its headings are
    /// @param order of the headings that are not pinned
    /// @param pinned keys of headings that stand first, in this order
    /// @param limit most headings shown, at least 1; pinned ones are always shown
    public record Side(Axis axis, Order order, List<String> pinned, int limit) {
        public Side {
            pinned = pinned.stream().distinct().toList();
            if (limit < 1 || limit > MAX_LIMIT) {
                throw Problem.invalid("a matrix shows from 1 to " + MAX_LIMIT + " rows and columns, not " + limit);
            }
        }
    }

    public enum Order {
        /// Most studies first.
        TOTAL,
        NAME;

        /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the orders
        public static Order named(String name) {
            return Arrays.stream(values())
                    .filter(order -> order.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("there is no order «" + name + "»; the orders are "
                            + Arrays.stream(values()).map(Order::toString).collect(Collectors.joining(", "))));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Rows and columns together are bounded, so that no answer takes more memory than a server has to spare.
    public static final int MAX_LIMIT = 2000;

    /// Most cells of one matrix.
    public static final int MAX_CELLS = 250_000;

    public MatrixRequest {
        if ((long) rows.limit() * columns.limit() > MAX_CELLS) {
            throw Problem.invalid("%d rows of %d columns are more than %d cells: show fewer of one of them"
                    .formatted(rows.limit(), columns.limit(), MAX_CELLS));
        }
    }

    /// The same with rows for columns.
    public MatrixRequest swapped() {
        return new MatrixRequest(columns, rows, filter);
    }
}
