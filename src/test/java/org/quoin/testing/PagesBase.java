// Makes the base that pages are timed on; `src/bench/pages.sh` runs it, docs/performance.md keeps the figures.
package org.quoin.testing;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.app.Syntheses;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.synthesis.StudyClaim;

public final class PagesBase {
    private static final int STUDIES = 500;
    private static final int CLAIMS_OF_A_CATEGORY = 20;
    private static final List<String> FACTORS =
            List.of("workforce-stability", "training", "co-location", "leadership", "shared-records");
    private static final Agent BY =
            new Agent(new AgentId("generator"), "Generator of test syntheses", Agent.Type.SOFTWARE);
    private static final Synthesis.Confidence JUDGED = new Synthesis.Confidence(
            "moderate",
            "Twenty studies of different settings agree.",
            new TreeMap<>(Synthesis.Confidence.COMPONENTS.stream()
                    .collect(toMap(
                            each -> each, each -> new Synthesis.Judgement("minor", "Nothing of weight is known.")))),
            BY,
            null,
            List.of());

    private PagesBase() {}

    /// Makes what is not there: 10,000 items, and a synthesis of ten judged findings over twenty studies each.
    ///
    /// @param args folder of the base, beside which the studies it is made of are written; `model` or `no-model`
    public static void main(String[] args) throws IOException {
        boolean model = args[1].equals("model");
        Path home = Path.of(args[0]).toAbsolutePath();
        Path folder = home.resolveSibling("studies");
        if (!Files.exists(home)) {
            GeneratedStudies.write(folder, STUDIES, ScaleBenchmark.ITEMS_PER_STUDY, ScaleBenchmark.SEED);
            ScaleBenchmark.load(home.resolveSibling(""), home, model, STUDIES);
        }
        try (Quoin quoin = Quoin.open(Settings.in(home, folder).withModel(model))) {
            if (quoin.syntheses().all().isEmpty()) {
                synthesise(quoin.syntheses());
            }
        }
    }

    private static void synthesise(Syntheses syntheses) {
        var id = new SynthesisId("ten-findings");
        syntheses.create(id, "Ten findings", BY);
        for (String factor : FACTORS) {
            for (String kind : List.of("enabler", "barrier")) {
                String does = kind.equals("enabler") ? "helps" : "hinders";
                String name = factor + "-" + does;
                syntheses.translate(
                        id,
                        name,
                        "How it " + does + ": " + factor,
                        "What studies say of how it " + does + ".",
                        claims(syntheses, kind, new ConceptRef("factor", factor)));
                syntheses.state(
                        id,
                        name,
                        "In many services " + factor + " " + does + " what people do together every day.",
                        List.of(name));
                syntheses.judge(id, name, JUDGED);
            }
        }
    }

    /// One of each study.
    private static List<ItemId> claims(Syntheses syntheses, String kind, ConceptRef factor) {
        return syntheses.claims().all().stream()
                .filter(claim -> claim.item().kind().key().equals(kind) && claim.isAbout(factor))
                .collect(toMap(StudyClaim::study, StudyClaim::id, (one, other) -> one, TreeMap::new))
                .values()
                .stream()
                .limit(CLAIMS_OF_A_CATEGORY)
                .toList();
    }
}
