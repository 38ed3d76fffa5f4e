// What an installation can choose.
package org.quoin.app;

import java.nio.file.Path;
import java.time.Duration;
import org.quoin.graph.Iris;

/// @param home folder of the store and the index; made when it is not there
/// @param shippedData folder of the studies that come with the program
/// @param base where the data's IRIs begin
/// @param holder what this process is, told to a second one that wants the same home, for example `quoin serve`
/// @param withModel whether to load the embedding model; without it search ranks by words alone
/// @param queryTimeout after which a SPARQL query or update is cancelled
/// @param maxRows most rows or triples one SPARQL answer may have
/// @param upkeep whether the search index is made level with the base, checked and completed in the background,
///     so that nobody waits for it; otherwise it is level when the base is open, and completed when that is
///     asked for
public record Settings(
        Path home,
        Path shippedData,
        String base,
        String holder,
        boolean withModel,
        Duration queryTimeout,
        long maxRows,
        boolean upkeep) {
    public static final Duration DEFAULT_QUERY_TIMEOUT = Duration.ofSeconds(30);
    public static final long DEFAULT_MAX_ROWS = 1_000_000;

    /// Everything as usual, in this home.
    public static Settings in(Path home, Path shippedData) {
        return new Settings(
                home, shippedData, Iris.DEFAULT_BASE, "quoin", true, DEFAULT_QUERY_TIMEOUT, DEFAULT_MAX_ROWS, false);
    }

    public Settings withHolder(String what) {
        return new Settings(home, shippedData, base, what, withModel, queryTimeout, maxRows, upkeep);
    }

    public Settings withModel(boolean load) {
        return new Settings(home, shippedData, base, holder, load, queryTimeout, maxRows, upkeep);
    }

    public Settings withQueryTimeout(Duration limit) {
        return new Settings(home, shippedData, base, holder, withModel, limit, maxRows, upkeep);
    }

    /// As `quoin serve` wants it.
    public Settings withUpkeep() {
        return new Settings(home, shippedData, base, holder, withModel, queryTimeout, maxRows, true);
    }
}
