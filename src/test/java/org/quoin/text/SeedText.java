// The text of the first study, which ships with Quoin.
package org.quoin.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class SeedText {
    private SeedText() {}

    static NormalisedText read() throws IOException {
        Path file = Path.of(System.getProperty("quoin.root", "."), "data", "integrated-care-rural-uk", "text.txt");
        return NormalisedText.ofUtf8(Files.readAllBytes(file), file.toString());
    }
}
