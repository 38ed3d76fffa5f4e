// Which documents have vectors of the model and which are still to get one.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;

/// @param searcher of one state of the index
/// @param model whose vectors are meant
record StoredVectors(IndexSearcher searcher, String model) {
    /// A document of a paper as it stands in the index.
    ///
    /// @param text what its vector is made of
    /// @param vector or null when it has none
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Stored(Document document, String text, float @Nullable [] vector) {}

    /// Finds the documents of one sort that a paper has.
    static Query of(PaperId paper, Target target) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Mapping.PAPER, paper.value())), Occur.FILTER)
                .add(target.all(), Occur.FILTER)
                .build();
    }

    /// A paper with documents that have no vector, evidence first.
    Optional<PaperId> incomplete() throws IOException {
        for (Target target : Target.ALL) {
            Query without = new BooleanQuery.Builder()
                    .add(target.all(), Occur.FILTER)
                    .add(new FieldExistsQuery(target.vector(model)), Occur.MUST_NOT)
                    .build();
            TopDocs found = searcher.search(without, 1);
            if (found.scoreDocs.length > 0) {
                Document stored = searcher.storedFields().document(found.scoreDocs[0].doc, Set.of(Mapping.DOCUMENT));
                return Optional.of(
                        target.equals(Target.EVIDENCE)
                                ? Mapping.evidence(stored).paper()
                                : Mapping.passage(stored).paper());
            }
        }
        return Optional.empty();
    }

    /// How many documents have no vector.
    long missing() throws IOException {
        long missing = 0;
        for (Target target : Target.ALL) {
            // Counted apart, each is known without looking at every document.
            missing += searcher.count(target.all()) - searcher.count(new FieldExistsQuery(target.vector(model)));
        }
        return missing;
    }

    /// The vectors that the documents of a paper have, by what they were made of.
    Map<String, float[]> present(PaperId paper, Target target) throws IOException {
        return vectors(stored(paper, target));
    }

    private static Map<String, float[]> vectors(List<Stored> documents) {
        Map<String, float[]> vectors = new HashMap<>();
        for (Stored stored : documents) {
            if (stored.vector() != null) {
                vectors.put(stored.text(), stored.vector());
            }
        }
        return vectors;
    }

    /// What the vectors are made of that documents of a paper lack, evidence first.
    ///
    /// @param most how many
    List<String> missing(PaperId paper, int most) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Target target : Target.ALL) {
            List<Stored> documents = stored(paper, target);
            Map<String, float[]> present = vectors(documents);
            for (Stored stored : documents) {
                if (texts.size() < most && !present.containsKey(stored.text())) {
                    texts.add(stored.text());
                }
            }
        }
        return texts;
    }

    /// The documents of a paper with the vectors they have and these; empty when none of them lacks one of these.
    List<Document> completed(PaperId paper, Target target, Map<String, float[]> vectors) throws IOException {
        List<Stored> stored = stored(paper, target);
        Map<String, float[]> known = vectors(stored);
        boolean nothingNew = stored.stream()
                .map(Stored::text)
                .allMatch(text -> known.containsKey(text) || !vectors.containsKey(text));
        if (nothingNew) {
            return List.of();
        }
        List<Document> documents = new ArrayList<>();
        for (Stored document : stored) {
            float[] vector = known.getOrDefault(document.text(), vectors.get(document.text()));
            documents.add(Mapping.withVector(target, document.document(), model, vector));
        }
        return documents;
    }

    private List<Stored> stored(PaperId paper, Target target) throws IOException {
        Query query = of(paper, target);
        List<Stored> documents = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        int all = Math.max(1, searcher.count(query));
        for (ScoreDoc hit : searcher.search(query, all, Sort.INDEXORDER).scoreDocs) {
            Document document = stored.document(hit.doc, Set.of(Mapping.DOCUMENT));
            documents.add(new Stored(
                    document,
                    Mapping.embedded(target, document),
                    Mapping.vector(searcher.getIndexReader(), hit.doc, target.vector(model))));
        }
        return documents;
    }
}
