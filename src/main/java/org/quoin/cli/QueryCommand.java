// `quoin query`: answers a SPARQL query.
package org.quoin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.model.Problem;
import org.quoin.sparql.ResultFormat;
import org.quoin.sparql.SparqlService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Answers a SPARQL query over all papers, the ontology and its schemes.",
        footer = {
            "",
            "Examples:",
            "  quoin query ontology/queries/cq-01-enablers-with-quotes.rq",
            "  quoin query --format csv \"SELECT ?s WHERE { ?s a <https://w3id.org/quoin/ns#Enabler> }\"",
            "  quoin query --format turtle \"DESCRIBE <https://w3id.org/quoin/id/study/integrated-care-rural-uk>\""
        })
@SuppressWarnings("NullAway.Init")
final class QueryCommand implements Callable<Integer> {
    private static final int MAX_PATH_LENGTH = 4_096;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(paramLabel = "QUERY", description = "A file, or the query itself.")
    private String query;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "json, xml, csv, tsv, table; for graphs turtle, jsonld, ntriples, rdfxml (default: table, turtle).")
    private @Nullable String format;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        String text = textOrFile(query);
        try (Quoin quoin = home.openFilled("query", terminal)) {
            SparqlService.Prepared prepared = quoin.sparql().prepare(text);
            ResultFormat wanted = format != null
                    ? ResultFormat.named(format)
                    : prepared.answersWithGraph() ? ResultFormat.TURTLE : ResultFormat.TABLE;
            prepared.write(wanted, terminal.out());
            terminal.out().flush();
            return ExitCode.OK;
        }
    }

    /// What names a file is that file's text; anything else with white space or a brace in it, as every query
    /// has, is the text itself.
    static String textOrFile(String argument) throws IOException {
        if (argument.length() < MAX_PATH_LENGTH && Files.isRegularFile(Path.of(argument))) {
            return Files.readString(Path.of(argument), StandardCharsets.UTF_8);
        }
        if (argument.chars().noneMatch(c -> c == '{' || Character.isWhitespace(c))) {
            throw Problem.notFound("«" + argument + "» is neither a file nor SPARQL");
        }
        return argument;
    }
}
