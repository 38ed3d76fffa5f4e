// Bases for tests: on disk, with the words-only search, and with the shipped studies when asked for.
package org.quoin.app;

import java.io.IOException;
import java.nio.file.Path;

public final class Homes {
    /// The project's own folder.
    public static final Path ROOT = Path.of(System.getProperty("quoin.root", "."));

    /// The studies that come with the program.
    public static final Path SHIPPED = ROOT.resolve("data");

    private Homes() {}

    public static Settings settings(Path home) {
        return Settings.in(home, SHIPPED).withModel(false).withHolder("a test");
    }

    public static Quoin empty(Path home) {
        return Quoin.open(settings(home));
    }

    /// With the first study and the six fictional ones.
    public static Quoin filled(Path home) throws IOException {
        Quoin quoin = empty(home);
        quoin.loadShippedDataIfNew(true, Progress.NONE);
        return quoin;
    }
}
