// Writes a report, or another answer that is a file, to a file that is whole or not there, or to standard output.
package org.quoin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.ReportFormat;

final class Documents {
    private Documents() {}

    /// Says what was left out.
    ///
    /// @param body writes, and tells what it left out
    /// @param output null for standard output
    static void write(Function<OutputStream, List<String>> body, @Nullable Path output, Terminal terminal)
            throws IOException {
        var leftOut = new ArrayList<String>();
        if (output == null) {
            leftOut.addAll(body.apply(terminal.out()));
            terminal.out().flush();
        } else {
            WholeFile.write(output, out -> leftOut.addAll(body.apply(out)));
        }
        leftOut.forEach(note -> terminal.say("left out: " + note));
    }

    /// @param output null for standard output
    static void write(Report report, ReportFormat format, @Nullable Path output, Terminal terminal) throws IOException {
        if (output == null) {
            format.write(report, terminal.out());
            terminal.out().flush();
        } else {
            WholeFile.write(output, out -> format.write(report, out));
        }
    }
}
