// How often a base is wrongly said to have, or to lack, evidence on a question.
package org.quoin.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.quoin.app.Evaluator;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.evaluation.TestCollection;
import org.quoin.evaluation.TestCollection.Query;
import org.quoin.search.QuestionFit;
import org.quoin.synthesis.BriefRequest;
import org.quoin.synthesis.Verdict;

/// Started by src/bench/asking.sh. Of each set of questions, those at even places were used to choose the constants of
/// [Verdict]; the others are what the figures are of.
public final class AskingBenchmark {
    /// Of the large sets, questions that are asked.
    private static final int MOST = 300;

    private static final List<Double> LOWER = List.of(-0.06, -0.04, -0.02, 0.0, 0.02, 0.04, 0.06);

    private AskingBenchmark() {}

    /// @param args folder of the project's questions, folder to work in, and folder of the collections
    public static void main(String[] args) throws IOException {
        Path questions = Path.of(args[0]);
        Path work = Path.of(args[1]);
        Path collections = Path.of(args[2]);
        List<String> unrelated = Files.readAllLines(questions.resolve("unrelated.txt"));
        List<String> nearMiss = Files.readAllLines(questions.resolve("near-miss.txt"));
        List<String> scifact = queries(collections.resolve("scifact"));
        List<String> nfcorpus = queries(collections.resolve("nfcorpus"));
        System.out.printf("%-14s %-22s %9s  needed less or more by%n", "base", "questions", "number");
        System.out.printf("%-14s %-22s %9s", "", "(share answered)", "");
        LOWER.forEach(by -> System.out.printf(Locale.ROOT, " %7.2f", by));
        System.out.println();
        shipped(work, questions, unrelated, nearMiss, scifact, nfcorpus);
        for (String name : List.of("evinf-quotes", "evinf-quotes-ctx")) {
            Path folder = collections.resolve(name);
            TestCollection collection = TestCollection.read(folder, "test");
            try (Evaluator evaluator =
                    Evaluator.open(collection, work.resolve("index-" + name), work.resolve("vectors"), Progress.NONE)) {
                ToDoubleFunction<String> fit = question -> {
                    QuestionFit its = evaluator.fit(question);
                    return Verdict.closest(its) - Verdict.needed(its);
                };
                report(name, "its own prompts", queries(folder), fit);
                report(name, "unrelated", unrelated, fit);
                report(name, "on joined-up care", Files.readAllLines(questions.resolve("shipped.txt")), fit);
                report(name, "scifact", scifact, fit);
                report(name, "nfcorpus", nfcorpus, fit);
            }
        }
    }

    private static void shipped(
            Path work,
            Path questions,
            List<String> unrelated,
            List<String> nearMiss,
            List<String> scifact,
            List<String> nfcorpus)
            throws IOException {
        try (Quoin quoin = Quoin.open(Settings.in(work.resolve("shipped"), Path.of("data")))) {
            quoin.loadShippedDataIfNew(true, Progress.NONE);
            ToDoubleFunction<String> fit =
                    question -> margin(quoin.ask(BriefRequest.of(question)).verdict());
            report("shipped", "on joined-up care", Files.readAllLines(questions.resolve("shipped.txt")), fit);
            report("shipped", "near miss", nearMiss, fit);
            report("shipped", "unrelated", unrelated, fit);
            report("shipped", "scifact", scifact, fit);
            report("shipped", "nfcorpus", nfcorpus, fit);
        }
    }

    private static List<String> queries(Path collection) throws IOException {
        return sample(TestCollection.read(collection, "test").queries().stream()
                .map(Query::text)
                .toList());
    }

    private static List<String> sample(List<String> all) {
        int step = Math.max(1, all.size() / MOST);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .limit(MOST)
                .mapToObj(all::get)
                .toList();
    }

    private static double margin(Verdict verdict) {
        return verdict.closestOfAll() - verdict.needed();
    }

    private static void report(String base, String name, List<String> questions, ToDoubleFunction<String> asked) {
        var margins = new ArrayList<Double>();
        for (String question : questions) {
            margins.add(asked.applyAsDouble(question));
        }
        for (int half = 0; half < 2; half++) {
            int first = half;
            List<Double> its = IntStream.range(0, margins.size())
                    .filter(i -> i % 2 == first)
                    .mapToObj(margins::get)
                    .toList();
            System.out.printf("%-14s %-22s %9d", base, name + (half == 0 ? " (chosen on)" : ""), its.size());
            for (double by : LOWER) {
                System.out.printf(
                        Locale.ROOT,
                        " %7.3f",
                        its.stream().filter(margin -> margin >= by).count() / (double) its.size());
            }
            System.out.println();
        }
    }
}
