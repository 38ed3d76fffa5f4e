// Writes rows of a CSV file that a spreadsheet program may open.
package org.quoin.app.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.TableWriter;

/// Words that would be taken for a formula are guarded by an apostrophe, which the import of tables takes away
/// again. What was left out stands at the end, in lines that begin with `#`.
final class GuardedCsv implements Closeable {
    private final CSVPrinter csv;

    GuardedCsv(OutputStream out) {
        try {
            csv = new CSVPrinter(
                    new OutputStreamWriter(out, StandardCharsets.UTF_8),
                    CSVFormat.RFC4180.builder().setCommentMarker('#').get());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// @param cells words, numbers, truth values; null for an empty cell
    void row(List<? extends @Nullable Object> cells) {
        var guarded = new ArrayList<@Nullable Object>();
        for (Object cell : cells) {
            guarded.add(cell == null || cell instanceof Number ? cell : TableWriter.guarded(cell.toString()));
        }
        try {
            csv.printRecord(guarded);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void leftOut(List<String> notes) {
        try {
            for (String note : notes) {
                csv.printComment("left out: " + note);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            csv.close(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the export could not be written", e);
    }
}
