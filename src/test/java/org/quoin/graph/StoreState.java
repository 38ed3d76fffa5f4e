// All that a store holds, for comparing what it held before.
package org.quoin.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class StoreState {
    private StoreState() {}

    /// Every quad, the bookkeeping's too, and how long the files are to which a write transaction appends: a
    /// refused change must not even have begun one (docs/decisions/0003-no-aborted-writes.md).
    static List<String> of(GraphStore store, Path folder) throws IOException {
        List<String> everything = new ArrayList<>(quads(store));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".obj") || name.endsWith(".jrnl")) {
                    everything.add(name + " " + Files.size(file));
                }
            }
        }
        return everything;
    }

    static List<String> quads(GraphStore store) {
        return store.read(StoreState::quads);
    }

    static List<String> quads(GraphStore.Snapshot snapshot) {
        var quads = new ArrayList<String>();
        snapshot.dataset().find().forEachRemaining(quad -> quads.add(quad.toString()));
        return quads.stream().sorted().toList();
    }
}
