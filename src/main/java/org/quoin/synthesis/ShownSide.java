// The headings of one side of a matrix: which are shown, and in which order.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.quoin.synthesis.Matrix.Heading;
import org.quoin.synthesis.MatrixRequest.Order;

final class ShownSide {
    private final AxisValues values;
    /// Numbers of the values shown, in their order.
    private final int[] shown;
    /// Of a value among those shown; -1 for one that is not shown or does not occur.
    private final int[] position;
    private final int pinned;
    private final int all;

    private ShownSide(AxisValues values, int[] shown, int[] position, int pinned, int all) {
        this.values = values;
        this.shown = shown;
        this.position = position;
        this.pinned = pinned;
        this.all = all;
    }

    /// @param occurring the values there is something for
    /// @param studies with evidence, by value
    static ShownSide of(AxisValues values, MatrixRequest.Side asked, BitSet occurring, int[] studies) {
        var shown = new ArrayList<Integer>();
        asked.pinned().forEach(key -> shown.add(values.number(key)));
        int pinned = shown.size();
        occurring = (BitSet) occurring.clone();
        shown.forEach(occurring::set);
        int all = occurring.cardinality();
        shown.forEach(occurring::clear);
        Comparator<Integer> byName = Comparator.comparing(
                        (Integer value) -> values.heading(value).label(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(value -> values.heading(value).key());
        Comparator<Integer> order = switch (asked.order()) {
            case Order.NAME -> byName;
            case Order.TOTAL ->
                Comparator.comparingInt((Integer value) -> -studies[value]).thenComparing(byName);
        };
        occurring.stream()
                .boxed()
                .sorted(order)
                .limit(Math.max(0, asked.limit() - pinned))
                .forEach(shown::add);
        var position = new int[values.size()];
        Arrays.fill(position, -1);
        for (int i = 0; i < shown.size(); i++) {
            position[shown.get(i)] = i;
        }
        return new ShownSide(values, shown.stream().mapToInt(Integer::intValue).toArray(), position, pinned, all);
    }

    AxisValues values() {
        return values;
    }

    /// Position of a value among those shown, or -1.
    int position(int value) {
        return position[value];
    }

    /// How many values occur, shown or not.
    int all() {
        return all;
    }

    int size() {
        return shown.length;
    }

    String key(int shownAt) {
        return values.heading(shown[shownAt]).key();
    }

    List<Heading> headings() {
        var headings = new ArrayList<Heading>();
        for (int i = 0; i < shown.length; i++) {
            Heading plain = values.heading(shown[i]);
            headings.add(new Heading(plain.key(), plain.label(), plain.above(), plain.definition(), i < pinned));
        }
        return headings;
    }

    /// Writes the positions at which an item stands, and last the one of the total; that one is [#size()].
    ///
    /// @return how many were written; 0 when the item has no value on the axis
    int positions(int item, int[] to) {
        Rows rows = values.ofItem();
        if (rows.isEmpty(item)) {
            return 0;
        }
        int count = 0;
        for (int at = rows.start(item); at < rows.end(item); at++) {
            int place = position[rows.at(at)];
            if (place >= 0) {
                to[count++] = place;
            }
        }
        to[count++] = size();
        return count;
    }
}
