// `quoin evaluate`: measures how well search ranks on a collection whose right answers are known.
package org.quoin.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Evaluator;
import org.quoin.app.Evaluator.Answers;
import org.quoin.app.json.EvaluationView;
import org.quoin.app.json.Json;
import org.quoin.evaluation.Run;
import org.quoin.evaluation.TestCollection;
import org.quoin.search.SearchRequest.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well search ranks on a test collection in BEIR form: corpus.jsonl, queries.jsonl and",
            "qrels/SPLIT.tsv. The passages are indexed and the queries answered as evidence is. Prints nDCG@10,",
            "Recall@100, MRR@10 and whether the difference from a baseline may be chance (paired randomisation test)."
        },
        footer = {
            "",
            "Examples:",
            "  quoin evaluate collections/scifact --cache vectors",
            "  quoin evaluate collections/scifact --split train --mode dense --baseline rrf --json",
            "  quoin evaluate collections/scifact --run new.run --baseline old.run"
        })
@SuppressWarnings("NullAway.Init")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder of the collection.")
    private Path folder;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            defaultValue = "test",
            description = "Which judgements, qrels/NAME.tsv (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "hybrid",
            description = "bm25, dense or hybrid (default: ${DEFAULT-VALUE}).")
    private Mode mode;

    @Option(
            names = "--baseline",
            paramLabel = "RUN",
            defaultValue = "bm25",
            description =
                    "What to compare with: bm25, dense, hybrid, rrf (the reciprocal ranks of bm25 and dense fused)"
                            + " or a run file (default: ${DEFAULT-VALUE}).")
    private String baseline;

    @Option(names = "--run", paramLabel = "FILE", description = "Write the hits to this file in the form of TREC.")
    private @Nullable Path runFile;

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "Folder of the index, replaced and kept (default: a temporary one).")
    private @Nullable Path index;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Remember vectors in this folder, so that measuring again is quick.")
    private @Nullable Path cache;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        TestCollection collection = TestCollection.read(folder, split);
        if (index != null) {
            return evaluate(collection, index, terminal);
        }
        Path temporary = Files.createTempDirectory("quoin-evaluate");
        try {
            return evaluate(collection, temporary, terminal);
        } finally {
            delete(temporary);
        }
    }

    private int evaluate(TestCollection collection, Path indexFolder, Terminal terminal) throws IOException {
        try (var progress = new ProgressLine("indexing", terminal.err());
                Evaluator evaluator = Evaluator.open(collection, indexFolder, cache, progress)) {
            Answers answers = evaluator.answer(mode);
            if (runFile != null) {
                answers.run().write(runFile);
            }
            EvaluationView view = EvaluationView.of(collection, evaluator, answers, baseline(evaluator));
            if (json) {
                terminal.out().println(Json.write(view));
            } else {
                print(view, terminal.out());
            }
            return ExitCode.OK;
        }
    }

    private Run baseline(Evaluator evaluator) throws IOException {
        return switch (baseline.toLowerCase(Locale.ROOT)) {
            case "bm25" -> evaluator.answer(Mode.BM25).run();
            case "dense" -> evaluator.answer(Mode.DENSE).run();
            case "hybrid" -> evaluator.answer(Mode.HYBRID).run();
            case "rrf" ->
                Run.reciprocalRanks(
                        evaluator.answer(Mode.BM25).run(),
                        evaluator.answer(Mode.DENSE).run());
            default -> Run.read(Path.of(baseline));
        };
    }

    private static void print(EvaluationView view, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%s, %s: %,d passages, %,d queries, %s%n",
                view.collection(),
                view.split(),
                view.passages(),
                view.queries(),
                view.model());
        out.printf("%-12s%10s%10.10s%12s%9s%n", "", view.run(), view.baseline(), "difference", "p");
        view.measures()
                .forEach((measure, figure) -> out.printf(
                        Locale.ROOT,
                        "%-12s%10.4f%10.4f%+12.4f%9.5f%n",
                        measure,
                        figure.value(),
                        figure.baseline(),
                        figure.difference(),
                        figure.p()));
        out.printf(Locale.ROOT, "a query took %.1f ms (p50), %.1f ms (p95)%n", view.p50(), view.p95());
        view.notes().forEach(out::println);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
