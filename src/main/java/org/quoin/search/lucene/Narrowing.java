// Which documents may answer: what the filters of a search allow.
package org.quoin.search.lucene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;

final class Narrowing {
    private Narrowing() {}

    /// @param signs what the question itself narrows to, or null
    /// @param but an item to leave out, or null
    /// @return empty when every document of the sort is allowed: vectors are then looked for without a filter,
    ///     which is faster
    static Optional<Query> of(Target target, SearchFilter filter, @Nullable Query signs, @Nullable ItemId but) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (signs != null) {
            all.add(signs, Occur.FILTER);
        }
        add(all, Mapping.KIND_TAG, filter.kinds().stream().map(Kind::key));
        add(all, Mapping.STUDY_TAG, filter.studies().stream().map(StudyId::value));
        add(all, Mapping.VOICE_TAG, filter.voices().stream());
        add(all, Mapping.STATE_TAG, filter.states().stream());
        add(all, Mapping.YEAR_TAG, filter.years().stream().map(Object::toString));
        filter.concepts().stream()
                .collect(Collectors.groupingBy(ConceptRef::scheme))
                .forEach(
                        (scheme, concepts) -> add(all, scheme, concepts.stream().map(ConceptRef::key)));
        if (!filter.papers().isEmpty()) {
            List<BytesRef> papers = filter.papers().stream()
                    .map(paper -> new BytesRef(paper.value()))
                    .toList();
            all.add(new TermInSetQuery(Mapping.PAPER, papers), Occur.FILTER);
        }
        if (filter.fictional() != null) {
            Term fictional = new Term(Mapping.FICTIONAL, filter.fictional().toString());
            all.add(new TermQuery(fictional), Occur.FILTER);
        }
        if (but != null) {
            all.add(new TermQuery(new Term(Mapping.ID, but.value())), Occur.MUST_NOT);
        }
        BooleanQuery narrowed = all.build();
        return narrowed.clauses().isEmpty()
                ? Optional.empty()
                : Optional.of(all.add(target.all(), Occur.FILTER).build());
    }

    /// Any of some values of a dimension, if any is given.
    private static void add(BooleanQuery.Builder all, String dimension, Stream<String> values) {
        var tags =
                values.map(value -> new BytesRef(Mapping.tag(dimension, value))).toList();
        if (!tags.isEmpty()) {
            all.add(new TermInSetQuery(Mapping.TAG, tags), Occur.FILTER);
        }
    }
}
