// Keeps the claims of a base level with the graph.
package org.quoin.synthesis;

import java.lang.ref.SoftReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;

/// Nothing is told of commits: the graph says which papers changed since the state that was asked for last. Papers are
/// kept with their texts, and given up when memory gets short. Safe for use by many threads.
public final class CurrentClaims {
    private final GraphStore store;
    private volatile SoftReference<Claims> last = new SoftReference<>(null);

    public CurrentClaims(GraphStore store) {
        this.store = store;
    }

    /// Those of the newest state.
    public Claims get() {
        return store.read(snapshot -> {
            @Nullable Claims known = last.get();
            if (known != null && known.sequence() == snapshot.sequence()) {
                return known;
            }
            Claims fresh = known == null || known.sequence() > snapshot.sequence()
                    ? new Claims(store, snapshot.sequence(), Map.of())
                    : known.after(snapshot.sequence(), store.changedSince(known.sequence()));
            last = new SoftReference<>(fresh);
            return fresh;
        });
    }
}
