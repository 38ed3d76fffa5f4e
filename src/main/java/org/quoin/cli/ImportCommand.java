// `quoin import`: brings evidence and papers into the base.
package org.quoin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.Quoin;
import org.quoin.app.json.Json;
import org.quoin.model.PaperId;
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
            "plain text) and references with their abstracts (PubMed XML, MEDLINE, RIS, BibTeX, EndNote, Web of Science,",
            "Ovid, CSV). Papers and references are told by what stands in the file, not by its name.",
            "A paper that the base has already, by DOI, PubMed number or text, is reported as a duplicate.",
            "A file that is wrong in any way is left out as a whole; the others go on."
        },
        footer = {
            "",
            "Examples:",
            "  quoin import data/integrated-care-rural-uk",
            "  quoin import papers/ article.pdf --home /srv/review",
            "  quoin import *.ttl --json"
        })
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders that hold them.")
    private List<Path> files;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("import", terminal);
                var progress = new ProgressLine("importing", terminal.err())) {
            ImportReport report = quoin.importFiles(
                    files,
                    line -> {
                        if (!json) {
                            print(line, terminal);
                        }
                    },
                    progress);
            if (json) {
                terminal.out().println(Json.write(asJson(report)));
            } else {
                String duplicates = report.duplicates() == 0
                        ? ""
                        : report.duplicates() + (report.duplicates() == 1 ? " duplicate, " : " duplicates, ");
                terminal.say(report.imported() + " imported, " + duplicates + report.rejected() + " rejected");
            }
            return report.rejected() == 0 ? ExitCode.OK : ExitCode.FOUND_WRONG;
        }
    }

    static void print(Line line, Terminal terminal) {
        switch (line) {
            case Line.Imported done -> {
                terminal.say(
                        (done.changed() ? "imported " : "unchanged ") + done.file() + ": " + done.items() + " items");
                done.notes().forEach(note -> terminal.say("  " + note));
            }
            case Line.Duplicate same ->
                terminal.say("duplicate " + same.file() + ": in the base as " + papers(same.of()) + ", by "
                        + String.join(", ", same.by()));
            case Line.Rejected bad -> {
                // Most reasons begin with the file themselves, with the place in it.
                String reason = bad.reason().startsWith(bad.file()) ? bad.reason() : bad.file() + ": " + bad.reason();
                terminal.error("rejected " + reason);
                terminal.violations(bad.violations());
            }
        }
    }

    private static String papers(List<PaperId> papers) {
        return papers.stream().map(PaperId::value).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> asJson(ImportReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("imported", report.imported());
        json.put("duplicates", report.duplicates());
        json.put("rejected", report.rejected());
        json.put("files", report.lines().stream().map(ImportCommand::asJson).toList());
        return json;
    }

    private static Map<String, Object> asJson(Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", line.file());
        switch (line) {
            case Line.Imported done -> {
                json.put("outcome", done.changed() ? "imported" : "unchanged");
                json.put("papers", done.papers().stream().map(PaperId::value).toList());
                json.put("items", done.items());
                json.put("notes", done.notes());
            }
            case Line.Duplicate same -> {
                json.put("outcome", "duplicate");
                json.put("papers", same.of().stream().map(PaperId::value).toList());
                json.put("by", same.by());
            }
            case Line.Rejected bad -> {
                json.put("outcome", "rejected");
                json.put("reason", bad.reason());
                json.put("violations", bad.violations());
            }
        }
        return json;
    }
}
