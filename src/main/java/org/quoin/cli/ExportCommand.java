// `quoin export`: writes the base, or some papers, in an exchange form.
package org.quoin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.export.EvidenceTemplate;
import org.quoin.app.export.ExportFormat;
import org.quoin.graph.Nanopublication;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes papers with their evidence: turtle, jsonld, trig (can be imported again), csv and xlsx (one row a quote),",
            "annotations (W3C Web Annotations, one a coding), refi-qda (a project for other tools of qualitative",
            "analysis, can be imported again), nanopub (a nanopublication for each accepted item), ris and bibtex (the",
            "bibliography of the papers). What a form has no place for is said. With --template: an empty table of",
            "evidence to be filled in and imported."
        },
        footer = {
            "",
            "Examples:",
            "  quoin export --format csv > quotes.csv",
            "  quoin export --format trig --output base.trig",
            "  quoin export --format refi-qda --output base.qdpx",
            "  quoin export --template evidence.xlsx",
            "  quoin export --format turtle integrated-care-rural-uk",
            "  quoin export --format annotations integrated-care-rural-uk > annotations.jsonld",
            "  quoin export --format ris > papers.ris",
            "  quoin export --format nanopub --item my-paper/enabler-1"
        })
@SuppressWarnings("NullAway.Init")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(arity = "0..*", paramLabel = "PAPER", description = "Papers to write (default: all).")
    private @Nullable List<String> papers;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "trig",
            description = "Default: ${DEFAULT-VALUE}.")
    private String format;

    @Option(names = "--item", paramLabel = "ITEM", description = "With nanopub: this item alone.")
    private @Nullable String item;

    @Option(names = "--output", paramLabel = "FILE", description = "Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "Write an empty table of evidence, .csv or .xlsx, instead of papers.")
    private @Nullable Path template;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        if (template != null) {
            return writeTemplate(template, terminal);
        }
        ExportFormat wanted = ExportFormat.named(format);
        if (item != null && (wanted != ExportFormat.NANOPUB || papers != null)) {
            throw Problem.invalid("--item goes with --format nanopub, and without papers");
        }
        try (Quoin quoin = home.openFilled("export", terminal)) {
            Documents.write(body(quoin, wanted), output, terminal);
            return ExitCode.OK;
        }
    }

    private int writeTemplate(Path file, Terminal terminal) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".xlsx")) {
            throw Problem.invalid("the template's name «" + file + "» must end in .csv or .xlsx, which says its form");
        }
        byte[] table = EvidenceTemplate.of(Vocabulary.load(), name.endsWith(".xlsx"));
        WholeFile.write(file, out -> {
            try {
                out.write(table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        terminal.say("wrote " + file + ": one row a quote; fill it in and import it");
        return ExitCode.OK;
    }

    /// @return what writes the form and says what it had no place for
    private Function<OutputStream, List<String>> body(Quoin quoin, ExportFormat wanted) {
        if (item != null) {
            Nanopublication nanopublication = quoin.nanopublication(new ItemId(item));
            return out -> {
                nanopublication.write(out);
                return List.of();
            };
        }
        List<PaperId> ids =
                papers == null ? List.of() : papers.stream().map(PaperId::new).toList();
        return out -> quoin.export(wanted, ids, out);
    }
}
