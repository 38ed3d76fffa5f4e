// Writes a report to a file that is whole or not there, or to standard output.
package org.quoin.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.ReportFormat;

final class Documents {
    private Documents() {}

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
