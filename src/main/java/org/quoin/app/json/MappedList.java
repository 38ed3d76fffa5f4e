// A list whose elements are made when they are first asked for.
package org.quoin.app.json;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/// A page that shows the beginning of a long list makes no more of it than that, and an export reads the same
/// list whole. For one thread.
final class MappedList<S, T> extends AbstractList<T> implements RandomAccess {
    private final List<S> source;
    private final Function<? super S, ? extends T> mapping;
    private final Map<Integer, T> made = new HashMap<>();

    /// @param source not changed while the list is in use
    MappedList(List<S> source, Function<? super S, ? extends T> mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public T get(int index) {
        return made.computeIfAbsent(index, at -> mapping.apply(source.get(at)));
    }

    @Override
    public int size() {
        return source.size();
    }
}
