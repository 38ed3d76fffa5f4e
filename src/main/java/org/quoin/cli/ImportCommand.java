// `quoin import`: brings evidence and papers into the base.
package org.quoin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quoin.app.ImportOptions;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.Quoin;
import org.quoin.app.json.ImportReportView;
import org.quoin.app.json.Json;
import org.quoin.app.report.ImportReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports evidence (.yaml by hand, .ttl, .trig, .jsonld, .nt, .nq), papers (JATS, HTML, Word, PDF, Markdown,",
            "plain text), references with their abstracts (PubMed XML, MEDLINE, RIS, BibTeX, EndNote, Web of Science,",
            "Ovid, CSV) and codings of other tools (REFI-QDA, EPPI-Reviewer, tables with a column «quote»). Files are",
            "told by what stands in them, not by their names.",
            "A paper that the base has already, by DOI, PubMed number or text, is reported as a duplicate; one that",
            "may be the same, by title, year and first author, comes in and is named. Another text of a paper",
            "becomes its new version: its quotations are carried over where they stand, the others marked as lost.",
            "A file that is wrong in any way is left out as a whole; the others go on. A second run does only what",
            "is missing."
        },
        footer = {
            "",
            "Examples:",
            "  quoin import data/integrated-care-rural-uk",
            "  quoin import papers/ article.pdf --home /srv/review",
            "  quoin import 'papers/**.xml' export.zip --report report.csv",
            "  quoin import *.ttl --json"
        })
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {
    /// Passages whose embedding takes long enough to be explained.
    private static final int WORTH_A_WORD = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files; folders and zip archives that hold them; patterns in quotes.")
    private List<Path> files;

    @Option(names = "--again", description = "Read files again that the base knows by their bytes.")
    private boolean again;

    @Option(
            names = "--dry-run",
            description = "Only say what would happen to each file, and what codes are taken for; write nothing.")
    private boolean dryRun;

    @Option(
            names = "--later",
            description = "Leave the embedding of passages to the next import or to quoin serve; until then they are"
                    + " found by their words.")
    private boolean later;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write the report to a file: .txt, .json or .csv.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        // Said before the work and not after it.
        ImportReportFile form = report == null ? null : ImportReportFile.of(report);
        try (Quoin quoin = home.open("import", terminal)) {
            ImportReport done = importFiles(quoin, terminal);
            ImportReportView view = ImportReportView.of(done);
            if (form != null && report != null) {
                form.write(done, report);
            }
            if (!json) {
                terminal.say(ImportReportFile.summary(view));
            }
            if (!dryRun && !later) {
                completeSearch(quoin, terminal);
            }
            if (json) {
                terminal.out().println(Json.write(view));
            }
            return done.rejected() == 0 ? ExitCode.OK : ExitCode.FOUND_WRONG;
        }
    }

    private ImportReport importFiles(Quoin quoin, Terminal terminal) throws IOException {
        try (var progress = new ProgressLine("importing", terminal.err())) {
            return quoin.importFiles(
                    files,
                    new ImportOptions(again, dryRun),
                    line -> {
                        if (!json) {
                            print(line, terminal);
                        }
                    },
                    progress);
        }
    }

    private void completeSearch(Quoin quoin, Terminal terminal) {
        if (!json && quoin.health().withoutVectors() > WORTH_A_WORD) {
            terminal.say("The papers are in. Their passages are now embedded, to be found by meaning too; this can be"
                    + " stopped and goes on with the next import or quoin serve.");
        }
        try (var progress = new ProgressLine("embedding", terminal.err())) {
            quoin.completeSearch(progress);
        }
    }

    static void print(Line line, Terminal terminal) {
        switch (line) {
            case Line.Rejected bad -> {
                // Most reasons begin with the file themselves, with the place in it.
                String reason = bad.reason().startsWith(bad.file()) ? bad.reason() : bad.file() + ": " + bad.reason();
                terminal.error("rejected " + reason);
                terminal.violations(bad.violations());
            }
            case Line.Imported _, Line.Duplicate _ ->
                terminal.say(
                        ImportReportFile.line(ImportReportView.File.of(line)).stripTrailing());
        }
    }
}
