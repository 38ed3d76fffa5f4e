// How well search ranked on a test collection, as JSON shows it.
package org.quoin.app.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.quoin.app.Evaluator;
import org.quoin.evaluation.Measures;
import org.quoin.evaluation.RandomisationTest;
import org.quoin.evaluation.Run;
import org.quoin.evaluation.TestCollection;

/// @param passages in the collection
/// @param queries that the split judges
/// @param model names of the models that make the vectors
/// @param run what was measured: the mode of search
/// @param measures means over all queries, named `ndcg@10`, `recall@100` and `mrr@10`, in this order
/// @param p50 milliseconds that half of the queries took at most
/// @param p95 the same of 95 % of them
/// @param baseline what it is compared with
/// @param notes what was left out, in words
public record EvaluationView(
        String collection,
        String split,
        int passages,
        int queries,
        String model,
        String run,
        Map<String, Figure> measures,
        double p50,
        double p95,
        String baseline,
        List<String> notes) {
    /// @param value of the run
    /// @param baseline of the baseline
    /// @param difference between them
    /// @param p two-sided p-value of a paired randomisation test
    public record Figure(double value, double baseline, double difference, double p) {}

    public static EvaluationView of(
            TestCollection collection, Evaluator evaluator, Evaluator.Answers answers, Run baseline) {
        return new EvaluationView(
                collection.name(),
                collection.split(),
                collection.passages().size(),
                collection.queries().size(),
                evaluator.model(),
                answers.run().name(),
                figures(answers.run().measure(collection), baseline.measure(collection)),
                answers.p50(),
                answers.p95(),
                baseline.name(),
                notes(collection, evaluator));
    }

    private static Map<String, Figure> figures(List<Measures> run, List<Measures> baseline) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("ndcg@" + Measures.TOP, figure(run, baseline, Measures::ndcg));
        figures.put("recall@" + Measures.DEPTH, figure(run, baseline, Measures::recall));
        figures.put("mrr@" + Measures.TOP, figure(run, baseline, Measures::reciprocalRank));
        return figures;
    }

    private static Figure figure(List<Measures> run, List<Measures> baseline, ToDoubleFunction<Measures> measure) {
        double[] ours = run.stream().mapToDouble(measure).toArray();
        double[] theirs = baseline.stream().mapToDouble(measure).toArray();
        double our = Arrays.stream(ours).average().orElse(0);
        double their = Arrays.stream(theirs).average().orElse(0);
        return new Figure(our, their, our - their, RandomisationTest.pValue(ours, theirs));
    }

    private static List<String> notes(TestCollection collection, Evaluator evaluator) {
        List<String> notes = new ArrayList<>();
        if (evaluator.emptyPassages() > 0) {
            notes.add("passages without words, which nothing finds: " + evaluator.emptyPassages());
        }
        if (collection.judgedButMissing() > 0) {
            notes.add("relevant passages that the corpus does not have, counted as not found: "
                    + collection.judgedButMissing());
        }
        return notes;
    }
}
