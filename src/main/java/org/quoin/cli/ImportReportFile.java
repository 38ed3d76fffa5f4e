// The report of an import as a file: text, JSON or CSV.
package org.quoin.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.quoin.app.ImportReport;
import org.quoin.app.json.ImportReportView;
import org.quoin.app.json.ImportReportView.File;
import org.quoin.app.json.Json;
import org.quoin.model.Problem;

/// The form is chosen by the ending of the file's name.
enum ImportReportFile {
    TXT {
        @Override
        void write(ImportReportView report, Writer out) throws IOException {
            for (File file : report.files()) {
                out.write(line(file));
            }
            out.write(summary(report) + "\n");
        }
    },
    JSON {
        @Override
        void write(ImportReportView report, Writer out) throws IOException {
            out.write(Json.write(report) + "\n");
        }
    },
    CSV {
        @Override
        void write(ImportReportView report, Writer out) throws IOException {
            var format = CSVFormat.RFC4180
                    .builder()
                    .setHeader("file", "outcome", "papers", "items", "may_be_the_same_as", "details")
                    .get();
            try (var csv = new CSVPrinter(out, format)) {
                for (File file : report.files()) {
                    csv.printRecord(
                            file.file(),
                            file.outcome(),
                            String.join(" ", file.papers()),
                            file.items(),
                            String.join(" ", file.similar()),
                            details(file).collect(Collectors.joining("; ")));
                }
            }
        }
    };

    abstract void write(ImportReportView report, Writer out) throws IOException;

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when the name ends otherwise
    static ImportReportFile of(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(form -> name.endsWith("." + form.name()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "the report's name «" + file + "» must end in .txt, .json or .csv, which says its form"));
    }

    void write(ImportReport report, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(ImportReportView.of(report), out);
        }
    }

    /// One line, and one for each detail below it.
    static String line(File file) {
        String about = switch (file.outcome()) {
            case "rejected" -> "";
            case "duplicate" -> ": in the base as " + String.join(", ", file.papers());
            default -> ": " + file.items() + (file.items() != null && file.items() == 1 ? " item" : " items");
        };
        return file.outcome() + " " + file.file() + about + "\n"
                + details(file).map(detail -> "  " + detail + "\n").collect(Collectors.joining());
    }

    static String summary(ImportReportView report) {
        String duplicates = report.duplicates() == 0
                ? ""
                : report.duplicates() + (report.duplicates() == 1 ? " duplicate, " : " duplicates, ");
        return report.imported() + " imported, " + duplicates + report.rejected() + " rejected";
    }

    private static Stream<String> details(File file) {
        return Stream.of(
                        Stream.ofNullable(file.reason()),
                        file.violations().stream()
                                .map(violation -> violation.subject() + ": " + violation.message()
                                        + (violation.offending() == null ? "" : " «" + violation.offending() + "»")),
                        file.by().isEmpty() ? Stream.<String>empty() : Stream.of("by " + String.join(", ", file.by())),
                        file.similar().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("may be the same as " + String.join(", ", file.similar())
                                        + " (title, year, first author)"),
                        file.notes().stream())
                .flatMap(detail -> detail);
    }
}
