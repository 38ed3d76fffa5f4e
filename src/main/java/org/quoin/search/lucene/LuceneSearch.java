// Answers one search on one state of the index.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.search.BestHits;
import org.quoin.search.BestHits.BestHit;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.Explanation;
import org.quoin.search.Fusion.KindWanted;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageHit;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.search.lucene.QuerySyntax.Parsed;
import org.quoin.search.lucene.Ranking.Ordered;
import org.quoin.search.lucene.Ranking.Question;
import org.quoin.search.lucene.Ranking.Ranked;

final class LuceneSearch {
    private final IndexSearcher searcher;
    private final Engine engine;
    private final SearchRequest request;
    private final Target target;
    private final Question question;
    private final Ranking ranking;

    /// Whether the question narrows, beside the filters.
    private final boolean narrowed;

    /// What the question asks for that nothing holds, so that it is not asked for, or null.
    private final @Nullable String unmet;

    private LuceneSearch(IndexSearcher searcher, Engine engine, Target target, SearchRequest request, int depth)
            throws IOException {
        this.searcher = searcher;
        this.engine = engine;
        this.request = request;
        this.target = target;
        ItemId like = request.like();
        Query signs = null;
        String notMet = null;
        if (like != null) {
            this.question = like(searcher, like, target, engine.embedder().modelId());
        } else {
            Parsed parsed = QuerySyntax.parse(request.query(), target, this::isTag);
            signs = parsed.narrowing();
            // Pasted text has signs too: an answer without them is better than none.
            if (signs != null && searcher.count(narrowing(signs).orElseThrow()) == 0) {
                signs = null;
                notMet = parsed.onlyPhrases()
                        ? "no item holds the words in quotation marks as they stand"
                        : "nothing fits the signs of the query, so that its words alone are searched for";
            }
            this.question = new Question(parsed.words(), UserQuery.of(parsed, target, engine.cues()), null);
        }
        this.unmet = notMet;
        this.narrowed = signs != null;
        this.ranking = new Ranking(searcher, engine, target, question, narrowing(signs), depth);
    }

    /// Among evidence.
    ///
    /// @throws ProblemException ([Problem.NotFound]) when what is like an item is wanted that is not there
    static SearchResult evidence(IndexSearcher searcher, Engine engine, SearchRequest request) throws IOException {
        return new LuceneSearch(searcher, engine, Target.EVIDENCE, request, depth(request)).evidence();
    }

    /// Among evidence, ranked as [#evidence] does and no more; parameters as there.
    ///
    /// @param request of which the page does not count
    /// @param most hits to return
    static BestHits best(IndexSearcher searcher, Engine engine, SearchRequest request, int most) throws IOException {
        return new LuceneSearch(searcher, engine, Target.EVIDENCE, request, most).best(most);
    }

    /// Among passages; parameters as for evidence.
    static PassageResult passages(IndexSearcher searcher, Engine engine, SearchRequest request) throws IOException {
        return new LuceneSearch(searcher, engine, Target.PASSAGES, request, depth(request)).passages();
    }

    private Optional<Query> narrowing(@Nullable Query signs) {
        return Narrowing.of(target, request.filter(), signs, request.like());
    }

    private boolean isTag(String tag) {
        try {
            return searcher.getIndexReader().docFreq(new Term(Mapping.TAG, tag)) > 0;
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.Unavailable("the search index cannot be read: " + e.getMessage()), e);
        }
    }

    /// The statement and the quotes of an item as a question, with the vector that it has.
    private static Question like(IndexSearcher searcher, ItemId item, Target target, String model) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(new Term(Mapping.ID, item.value())), 1).scoreDocs;
        if (found.length == 0) {
            throw Problem.notFound("there is no evidence «" + item + "» to find more like");
        }
        int number = found[0].doc;
        EvidenceDocument document =
                Mapping.evidence(searcher.storedFields().document(number, Set.of(Mapping.DOCUMENT)));
        String text = Stream.concat(
                        Stream.ofNullable(document.statement()),
                        document.quotations().stream().map(Quotation::exact))
                .collect(Collectors.joining(" "));
        return new Question(
                text,
                UserQuery.like(text, target),
                Mapping.vector(searcher.getIndexReader(), number, Target.EVIDENCE.vector(model)));
    }

    /// How far the ranking must be known: to the end of the page, or, where hits are left out, further.
    private static int depth(SearchRequest request) {
        return request.byStudy() ? SearchRequest.MAX_WINDOW : end(request);
    }

    private static int end(SearchRequest request) {
        return request.offset() + request.limit();
    }

    private Ordered ordered() throws IOException {
        boolean onlyNarrows = narrowed && question.words().scored().isEmpty();
        return onlyNarrows || (request.query().isBlank() && request.like() == null)
                ? ranking.everything()
                : ranking.by(request.mode());
    }

    private SearchResult evidence() throws IOException {
        Ordered ordered = ordered();
        Facets facets = facets(ordered);
        var studies = new Studies(searcher.getIndexReader());
        List<Ranked> ranked = request.byStudy() ? firstOfEachStudy(ordered.ranked(), studies) : ordered.ranked();
        StoredFields stored = searcher.storedFields();
        Highlighter highlighter = new Highlighter(question.words().found());
        List<SearchHit> hits = new ArrayList<>();
        for (int i = request.offset(); i < Math.min(end(request), ranked.size()); i++) {
            Ranked hit = ranked.get(i);
            EvidenceDocument document = Mapping.evidence(stored.document(hit.document(), Set.of(Mapping.DOCUMENT)));
            hits.add(new SearchHit(
                    i + 1,
                    hit.score(),
                    hit.bm25(),
                    hit.similarity(),
                    document,
                    highlighter.spans(document.quotations().getFirst().exact()),
                    highlighter.spans(document.context()),
                    document.statement() == null ? List.of() : highlighter.spans(document.statement()),
                    request.byStudy() ? studies.count(document.study(), ordered.counted()) - 1 : 0,
                    request.explained() ? explanation(hit.document(), document) : null));
        }
        return new SearchResult(
                hits,
                ordered.counted().cardinality(),
                ordered.more(),
                request.byStudy() ? Math.max(ranked.size(), facets.studies()) : facets.studies(),
                ordered.mode(),
                note(ordered),
                Spelling.suggestion(searcher.getIndexReader(), request.query()),
                facets.mostFrequent(),
                facets.estimated());
    }

    private BestHits best(int most) throws IOException {
        Ordered ordered = ordered();
        StoredFields stored = searcher.storedFields();
        List<BestHit> hits = new ArrayList<>();
        for (Ranked hit :
                ordered.ranked().subList(0, Math.min(most, ordered.ranked().size()))) {
            EvidenceDocument document = Mapping.evidence(stored.document(hit.document(), Set.of(Mapping.DOCUMENT)));
            hits.add(new BestHit(hits.size() + 1, hit.score(), document));
        }
        return new BestHits(hits, ordered.counted().cardinality());
    }

    private PassageResult passages() throws IOException {
        Ordered ordered = ordered();
        StoredFields stored = searcher.storedFields();
        Highlighter highlighter = new Highlighter(question.words().found());
        List<PassageHit> hits = new ArrayList<>();
        for (int i = request.offset();
                i < Math.min(end(request), ordered.ranked().size());
                i++) {
            Ranked hit = ordered.ranked().get(i);
            PassageDocument document = Mapping.passage(stored.document(hit.document(), Set.of(Mapping.DOCUMENT)));
            hits.add(new PassageHit(
                    i + 1, hit.score(), hit.bm25(), hit.similarity(), document, highlighter.spans(document.exact())));
        }
        return new PassageResult(
                hits,
                ordered.counted().cardinality(),
                ordered.more(),
                facets(ordered).studies(),
                ordered.mode(),
                note(ordered));
    }

    private Facets facets(Ordered ordered) throws IOException {
        Facets known = ordered.facets();
        return known != null ? known : Facets.of(searcher.getIndexReader(), ordered.counted(), engine.studies());
    }

    private @Nullable String note(Ordered ordered) {
        String notes = Stream.of(unmet, ordered.note()).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return notes.isEmpty() ? null : notes;
    }

    private static List<Ranked> firstOfEachStudy(List<Ranked> ranked, Studies studies) throws IOException {
        Set<String> seen = new HashSet<>();
        List<Ranked> first = new ArrayList<>();
        for (Ranked hit : ranked) {
            if (seen.add(studies.of(hit.document()))) {
                first.add(hit);
            }
        }
        return first;
    }

    private Explanation explanation(int number, EvidenceDocument document) throws IOException {
        Map<String, Double> words = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Query> word : question.words().scored().entrySet()) {
            var found = searcher.explain(word.getValue(), number);
            if (found.isMatch()) {
                words.put(word.getKey(), found.getValue().doubleValue());
            } else {
                missing.add(word.getKey());
            }
        }
        return new Explanation(words, missing, question.words().kinds().getOrDefault(document.kind(), KindWanted.NO));
    }
}
