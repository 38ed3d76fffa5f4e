// Measures the search index alone with very many items; `src/bench/index.sh` runs it, docs/performance.md keeps
// its figures.
package org.quoin.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.lucene.LuceneEvidenceIndex;
import org.quoin.search.onnx.OnnxEmbedder;
import org.quoin.text.NormalisedText;
import org.quoin.text.Sentences;

/// Items quote the first half of one sentence of real articles and the second half of another. Their vectors
/// are mixed from those of the two sentences, with noise: to embed a million texts would take hours and say
/// nothing more of the index. Queries are words of the sentences, embedded by the real models.
public final class IndexBenchmark {
    private static final int ITEMS_PER_STUDY = 20;
    private static final int EMBEDDED = 3_000;
    private static final int BATCH = 250;
    /// The compiler's last work on the searching code comes after some hundred searches: with 50 to warm up,
    /// what was measured first took half as long again.
    private static final int WARM_UP = 300;
    private static final int MEASURED = 200;
    private static final int CHECKED = 100;
    private static final int CLIENTS = 8;
    private static final int NEAREST = 10;
    private static final long SEED = 20261122;
    private static final double NOISE = 0.5;
    private static final Pattern PARAGRAPH = Pattern.compile("<p(?: [^>]*)?>(.*?)</p>", Pattern.DOTALL);
    private static final List<String> SETTINGS =
            List.of("rural", "urban", "remote", "community", "primary-care", "hospital", "care-home");
    private static final List<String> COUNTRIES = List.of("GB", "IE", "NL", "CA", "AU", "NZ", "SE", "KE", "IN", "NO");
    private static final List<String> KINDS = List.of("barrier", "enabler", "finding", "lesson-learned");
    private static final SearchFilter RURAL_BARRIERS = new SearchFilter(
            Set.of(new Kind("barrier")),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(new ConceptRef("setting", "rural")),
            null);

    private final List<String> sentences;
    private final List<float[]> vectors;
    private final Mixed embedder;

    private IndexBenchmark(List<String> sentences, List<float[]> vectors, Mixed embedder) {
        this.sentences = sentences;
        this.vectors = vectors;
        this.embedder = embedder;
    }

    /// @param args number of items; folder for the index (made, and kept); folders of JATS articles
    public static void main(String[] args) throws IOException, InterruptedException {
        int studies = Integer.parseInt(args[0]) / ITEMS_PER_STUDY;
        Path folder = Path.of(args[1]);
        try (var real = OnnxEmbedder.lazy()) {
            List<String> sentences = sentences(List.of(args).subList(2, args.length));
            List<float[]> vectors =
                    sentences.parallelStream().map(real::embedPassage).toList();
            var embedder = new Mixed(real, new ConcurrentHashMap<>());
            var benchmark = new IndexBenchmark(sentences, vectors, embedder);
            boolean there = Files.exists(folder);
            try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder)) {
                if (!there) {
                    benchmark.build(index, studies);
                }
                benchmark.compact(index, studies);
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                ScaleBenchmark.print(
                        "index: %d bytes, %d an item; heap in use %d MiB",
                        index.sizeInBytes(),
                        index.sizeInBytes() / studies / ITEMS_PER_STUDY,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
                for (SearchFilter filter : List.of(SearchFilter.NONE, RURAL_BARRIERS)) {
                    for (Mode mode : Mode.values()) {
                        benchmark.search(index, mode, filter, WARM_UP);
                    }
                }
                for (Mode mode : Mode.values()) {
                    benchmark.measure(index, mode, SearchFilter.NONE, "no filter");
                    benchmark.measure(index, mode, RURAL_BARRIERS, "rural barriers");
                }
                benchmark.fit(index);
                benchmark.clients(index);
                benchmark.recall(index, studies);
            }
        }
    }

    private static List<String> sentences(List<String> folders) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (String folder : folders) {
            try (var files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    PARAGRAPH.matcher(Files.readString(file)).results().forEach(paragraph -> {
                        NormalisedText text =
                                NormalisedText.of(paragraph.group(1).replaceAll("<[^>]*>|&[^;]*;", " "));
                        Sentences.of(text).stream()
                                .map(text::slice)
                                .filter(sentence -> sentence.split(" ", -1).length > 8)
                                .forEach(sentences::add);
                    });
                }
            }
        }
        var random = new Random(SEED);
        return IntStream.range(0, EMBEDDED)
                .mapToObj(_ -> sentences.get(random.nextInt(sentences.size())))
                .toList();
    }

    private void build(EvidenceIndex index, int studies) {
        long begin = System.nanoTime();
        for (int from = 0; from < studies; from += BATCH) {
            Map<PaperId, List<EvidenceDocument>> batch = new HashMap<>();
            for (int study = from; study < Math.min(from + BATCH, studies); study++) {
                List<Item> items = items(study);
                batch.put(
                        items.getFirst().document().paper(),
                        items.stream().map(Item::document).toList());
                items.forEach(item -> embedder.ready().put(item.document().passage(), item.vector()));
            }
            index.prepare(batch);
            batch.forEach((paper, documents) -> index.replace(paper, documents, List.of()));
            embedder.ready().clear();
            index.commit(from + 1);
            if (from % (BATCH * 20) == 0) {
                ScaleBenchmark.print(
                        "  %d items after %d s", from * ITEMS_PER_STUDY, (System.nanoTime() - begin) / 1_000_000_000);
            }
        }
        index.commit(studies);
        double seconds = (System.nanoTime() - begin) / 1e9;
        ScaleBenchmark.print("built in %.0f s: %.0f items/s", seconds, studies * ITEMS_PER_STUDY / seconds);
    }

    /// As `serve` does when writes have ended.
    private void compact(EvidenceIndex index, int studies) throws InterruptedException {
        long begin = System.nanoTime();
        if (index.compact()) {
            while (index.compact()) {
                Thread.sleep(100);
                if (index.isUncommitted()) {
                    index.commit(studies);
                }
            }
            ScaleBenchmark.print("joined in %.0f s", (System.nanoTime() - begin) / 1e9);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares items.
    private record Item(EvidenceDocument document, float[] vector) {}

    private List<Item> items(int study) {
        var random = new Random(SEED + study);
        PaperId paper = new PaperId("study-%06d".formatted(study));
        List<ConceptRef> concepts = List.of(
                new ConceptRef("setting", pick(SETTINGS, random)), new ConceptRef("country", pick(COUNTRIES, random)));
        String title = "Study %d of %s".formatted(study, half(random.nextInt(EMBEDDED), true));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS_PER_STUDY; i++) {
            int one = random.nextInt(EMBEDDED);
            int other = random.nextInt(EMBEDDED);
            String quote = half(one, true) + " " + half(other, false);
            int length = quote.codePointCount(0, quote.length());
            items.add(new Item(
                    new EvidenceDocument(
                            new ItemId(paper, "item-%02d".formatted(i)),
                            new Kind(pick(KINDS, random)),
                            paper,
                            new StudyId(paper.value()),
                            title,
                            title,
                            "Results",
                            null,
                            List.of(new Quotation(paper, "0".repeat(64), new Span(0, length), quote, "", "", "author")),
                            quote,
                            List.of(new ConceptRef("factor", "factor-" + random.nextInt(60))),
                            concepts,
                            List.of(),
                            List.of(),
                            "accepted",
                            1990 + random.nextInt(35),
                            true),
                    mixed(one, other, random)));
        }
        return items;
    }

    private String half(int sentence, boolean first) {
        String[] words = sentences.get(sentence).split(" ", -1);
        int middle = words.length / 2;
        return String.join(" ", List.of(words).subList(first ? 0 : middle, first ? middle : words.length));
    }

    /// Each part keeps its length.
    private float[] mixed(int one, int other, Random random) {
        float[] a = vectors.get(one);
        float[] b = vectors.get(other);
        float[] vector = new float[a.length];
        int from = 0;
        for (Embedder.Part part : embedder.parts()) {
            int to = from + part.dimensions();
            double length = length(a, from, to);
            double noise = NOISE * length / Math.sqrt(part.dimensions());
            for (int i = from; i < to; i++) {
                vector[i] = (float) (a[i] + b[i] + noise * random.nextGaussian());
            }
            double scale = length / length(vector, from, to);
            for (int i = from; i < to; i++) {
                vector[i] *= (float) scale;
            }
            from = to;
        }
        return vector;
    }

    private static double length(float[] vector, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += vector[i] * vector[i];
        }
        return Math.sqrt(sum);
    }

    /// Three to six words in a row.
    private String question(Random random) {
        String[] words = sentences.get(random.nextInt(EMBEDDED)).split(" ", -1);
        int length = 3 + random.nextInt(4);
        int from = random.nextInt(words.length - length);
        return String.join(" ", List.of(words).subList(from, from + length));
    }

    private void measure(EvidenceIndex index, Mode mode, SearchFilter filter, String name) {
        ScaleBenchmark.report("search %-6s %-14s".formatted(mode, name), search(index, mode, filter, MEASURED));
    }

    /// @return how long each took, in milliseconds
    private double[] search(EvidenceIndex index, Mode mode, SearchFilter filter, int times) {
        var random = new Random(SEED);
        var millis = new double[times];
        for (int i = 0; i < times; i++) {
            var request = new SearchRequest(question(random), filter, mode, 0, NEAREST);
            long begin = System.nanoTime();
            index.search(request);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }

    /// What asking does first: measures every item against the question.
    private void fit(EvidenceIndex index) {
        var random = new Random(SEED);
        var millis = new double[CHECKED];
        for (int i = -CHECKED / 4; i < CHECKED; i++) {
            String question = question(random);
            long begin = System.nanoTime();
            index.fit(question);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        ScaleBenchmark.report("every item measured against a question", millis);
    }

    private void clients(EvidenceIndex index) throws InterruptedException {
        var millis = new double[CLIENTS * MEASURED];
        var done = new CountDownLatch(CLIENTS);
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            Thread.ofPlatform().start(() -> {
                var random = new Random(SEED + client);
                for (int i = 0; i < MEASURED; i++) {
                    var request = new SearchRequest(question(random), SearchFilter.NONE, Mode.HYBRID, 0, NEAREST);
                    long begin = System.nanoTime();
                    index.search(request);
                    millis[client * MEASURED + i] = (System.nanoTime() - begin) / 1e6;
                }
                done.countDown();
            });
        }
        done.await();
        ScaleBenchmark.report("HYBRID, %d clients at once".formatted(CLIENTS), millis);
    }

    private record Near(String id, double similarity) {}

    /// How many of the nearest vectors a search by meaning finds.
    private void recall(EvidenceIndex index, int studies) {
        var random = new Random(SEED);
        List<String> questions =
                IntStream.range(0, CHECKED).mapToObj(_ -> question(random)).toList();
        List<float[]> asked = questions.stream().map(embedder::embedQuery).toList();
        List<List<Near>> nearest =
                asked.stream().<List<Near>>map(_ -> new ArrayList<>()).toList();
        for (int from = 0; from < studies; from += BATCH) {
            List<Item> batch = IntStream.range(from, Math.min(from + BATCH, studies))
                    .parallel()
                    .mapToObj(this::items)
                    .flatMap(List::stream)
                    .toList();
            IntStream.range(0, CHECKED).parallel().forEach(q -> {
                List<Near> best = nearest.get(q);
                batch.forEach(
                        item -> best.add(new Near(item.document().id().value(), dot(asked.get(q), item.vector()))));
                best.sort(Comparator.comparingDouble(Near::similarity).reversed());
                best.subList(Math.min(NEAREST, best.size()), best.size()).clear();
            });
        }
        long found = 0;
        long wanted = 0;
        for (int q = 0; q < CHECKED; q++) {
            // What is farther is not shown, whoever finds it.
            Set<String> exact = nearest.get(q).stream()
                    .filter(near -> near.similarity() >= embedder.unrelatedBelow())
                    .map(Near::id)
                    .collect(Collectors.toSet());
            var request = new SearchRequest(questions.get(q), SearchFilter.NONE, Mode.DENSE, 0, NEAREST);
            wanted += exact.size();
            found += index.search(request).hits().stream()
                    .filter(hit -> exact.contains(hit.document().id().value()))
                    .count();
        }
        ScaleBenchmark.print("recall@%d against exact search: %.4f of %d", NEAREST, found / (double) wanted, wanted);
    }

    private static double dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /// Gives passages the vectors that were made for them, and embeds questions in earnest.
    ///
    /// @param ready by text
    private record Mixed(Embedder real, Map<String, float[]> ready) implements Embedder {
        @Override
        public String modelId() {
            return "mixed";
        }

        @Override
        public List<Part> parts() {
            return real.parts();
        }

        @Override
        public double unrelatedBelow() {
            return real.unrelatedBelow();
        }

        @Override
        public Optional<String> unavailableReason() {
            return real.unavailableReason();
        }

        @Override
        public boolean recognises(String text) {
            return real.recognises(text);
        }

        @Override
        public float[] embedQuery(String query) {
            return real.embedQuery(query);
        }

        @Override
        public float[] embedPassage(String passage) {
            float[] vector = ready.get(passage);
            if (vector == null) {
                throw new IllegalStateException("no vector was made for: " + passage);
            }
            return vector;
        }

        @Override
        public void close() {
            // The real one is closed by whoever opened it.
        }
    }
}
