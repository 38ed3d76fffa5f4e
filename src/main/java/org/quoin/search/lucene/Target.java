// The two sorts of documents in the index, and the fields that each is searched by.
package org.quoin.search.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Fields of their own keep how rare a word is among quotes apart from how rare it is in whole papers.
///
/// @param type value of [Mapping#TYPE]
/// @param words all texts, as stems
/// @param surface the same texts, word by word as they are written, in lower case
/// @param vectors what the names of the fields of its vectors begin with
record Target(String type, String words, String surface, String vectors) {
    static final Target EVIDENCE = new Target("evidence", "words", "surface", "vector");
    static final Target PASSAGES = new Target("passage", "passage-words", "passage-surface", "passage-vector");

    /// In the order in which they are to get their vectors.
    static final List<Target> ALL = List.of(EVIDENCE, PASSAGES);

    /// The field of the vectors that a model made. Each model has its own, since vectors of two models must not
    /// be compared: after a change of the model, what has no vector of the new one is found by its words.
    String vector(String model) {
        return vectors + " " + model;
    }

    /// Every document of the sort.
    Query all() {
        return new TermQuery(new Term(Mapping.TYPE, type));
    }
}
