// The files that a report can become.
package org.quoin.app.export.report;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quoin.model.Problem;

public enum ReportFormat {
    /// For Word and LibreOffice, without macros.
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
        @Override
        public void write(Report report, OutputStream out) {
            DocxWriter.write(report, out);
        }
    },
    /// One file, which needs no other.
    HTML("text/html") {
        @Override
        public void write(Report report, OutputStream out) {
            HtmlWriter.write(report, out);
        }
    };

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// Without the character set, which is always UTF-8 where there is one.
    public String mediaType() {
        return mediaType;
    }

    /// How a file's name ends, without the dot before it; also how people name the form.
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the forms
    public static ReportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("there is no form «" + name + "» of a report; the forms are "
                        + Arrays.stream(values()).map(ReportFormat::extension).collect(Collectors.joining(", "))));
    }

    /// @throws java.io.UncheckedIOException when it cannot be written
    public abstract void write(Report report, OutputStream out);
}
