// Unpacks zip archives from strangers: into memory, within limits, by names that lead nowhere.
package org.quoin.intake.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

public final class Zip {
    private static final String END_OF_DIRECTORY = "PK\u0005\u0006";
    private static final int BUFFER = 1 << 14;

    private Zip() {}

    /// The entries by name. Everything is unpacked once, so that a bomb is met here, but only what is wanted
    /// is kept. Names are as the archive has them, Latin-1 where it does not say UTF-8; none is ever used as
    /// a path.
    ///
    /// @throws ProblemException with [Problem.Invalid] when the archive is cut short or damaged, with
    ///     [Problem.LimitReached] when more is in it than the limits allow
    public static Map<String, byte[]> unpacked(Source source, Budget budget, Predicate<String> wanted) {
        if (!source.endHas(END_OF_DIRECTORY)) {
            throw Problem.invalid(source.name() + " is a damaged zip archive: its end is missing. Save it again.");
        }
        Map<String, byte[]> entries = new HashMap<>();
        byte[] buffer = new byte[BUFFER];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                budget.useElement(1);
                boolean kept = wanted.test(entry.getName());
                var content = new ByteArrayOutputStream();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    budget.useUnpacked(read);
                    budget.checkTime();
                    if (kept) {
                        content.write(buffer, 0, read);
                    }
                }
                if (kept) {
                    entries.put(entry.getName(), content.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // The second is what a name ends in that calls itself UTF-8 and is not.
            throw Problem.invalid(source.name() + " is a damaged zip archive (" + e.getMessage()
                    + "): part of it may be missing. Save it again.");
        }
        return entries;
    }
}
