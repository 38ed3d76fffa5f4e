// The report of an import as a file: text, JSON or CSV.
package org.quoin.app.report;

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
import org.quoin.model.Violation;

public enum ImportReportFile {
    /// A line a file, and one for each detail below it.
    TXT("text/plain") {
        @Override
        public void write(ImportReportView report, Writer out) throws IOException {
            for (File file : report.files()) {
                out.write(line(file));
            }
            out.write(summary(report) + "\n");
        }
    },
    /// The same object as in the API.
    JSON("application/json") {
        @Override
        public void write(ImportReportView report, Writer out) throws IOException {
            out.write(Json.write(report) + "\n");
        }
    },
    /// A row a file.
    CSV("text/csv") {
        @Override
        public void write(ImportReportView report, Writer out) throws IOException {
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

    private final String mediaType;

    ImportReportFile(String mediaType) {
        this.mediaType = mediaType;
    }

    /// Without the character set, which is always UTF-8.
    public String mediaType() {
        return mediaType;
    }

    /// @throws IOException when it cannot be written
    public abstract void write(ImportReportView report, Writer out) throws IOException;

    /// By its name: `txt`, `json` or `csv`.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the forms
    public static ImportReportFile named(String name) {
        return Stream.of(values())
                .filter(form -> form.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("there is no form «" + name + "» of a report: give txt, json or csv"));
    }

    /// By the ending of a file's name.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when the name ends otherwise
    public static ImportReportFile of(Path file) {
        String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(form -> name.endsWith("." + form.name()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "the report's name «" + file + "» must end in .txt, .json or .csv, which says its form"));
    }

    /// @throws IOException when the file cannot be written
    public void write(ImportReport report, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(ImportReportView.of(report), out);
        }
    }

    /// One line, and one for each detail below it.
    public static String line(File file) {
        String about = switch (file.outcome()) {
            case "rejected" -> "";
            case "duplicate" -> ": in the base as " + String.join(", ", file.papers());
            case "imported", "updated" -> file.papers().isEmpty() ? "" : items(file);
            default -> items(file);
        };
        return file.outcome() + " " + file.file() + about + "\n"
                + details(file).map(detail -> "  " + detail + "\n").collect(Collectors.joining());
    }

    private static String items(File file) {
        return ": " + file.items() + (file.items() != null && file.items() == 1 ? " item" : " items");
    }

    /// How many files came in, were there already and were rejected.
    public static String summary(ImportReportView report) {
        String duplicates = report.duplicates() == 0
                ? ""
                : report.duplicates() + (report.duplicates() == 1 ? " duplicate, " : " duplicates, ");
        return report.imported() + " imported, " + duplicates + report.rejected() + " rejected";
    }

    /// A broken rule in one line: where, what, and the words it is about.
    public static String words(Violation violation) {
        return violation.subject() + ": " + violation.message()
                + (violation.offending() == null ? "" : " «" + violation.offending() + "»");
    }

    private static Stream<String> details(File file) {
        return Stream.of(
                        Stream.ofNullable(file.reason()),
                        file.violations().stream().map(ImportReportFile::words),
                        file.by().isEmpty() ? Stream.<String>empty() : Stream.of("by " + String.join(", ", file.by())),
                        file.similar().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("may be the same as " + String.join(", ", file.similar())
                                        + " (title, year, first author)"),
                        file.notes().stream())
                .flatMap(detail -> detail);
    }
}
