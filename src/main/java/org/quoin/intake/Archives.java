// Zip archives of papers, told from the many other formats that are zip files inside.
package org.quoin.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

final class Archives {
    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};

    /// By what the packages of documents are known: Office Open XML, OpenDocument and EPUB, REFI-QDA.
    private static final Set<String> PACKAGES = Set.of("[content_types].xml", "mimetype", "project.qde");

    /// The telling entry stands among the first; a REFI-QDA project may have its sources before it.
    private static final int LOOKED_AT = 2_000;

    private Archives() {}

    /// Looks at the names in the file, not at its own.
    ///
    /// @throws IOException when the file cannot be read
    static boolean isArchive(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !startsAsZip(file)) {
            return false;
        }
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < LOOKED_AT; i++) {
                if (PACKAGES.contains(entry.getName().toLowerCase(Locale.ROOT))) {
                    return false;
                }
                entry = zip.getNextEntry();
            }
            return true;
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            // Whoever opens it says what is wrong.
            return true;
        }
    }

    private static boolean startsAsZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
        }
    }
}
