// The two sorts of documents in the index, and the fields that each is searched by.
package org.quoin.search.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Fields of their own keep how rare a word is among quotes apart from how rare it is in whole papers.
///
/// @param type value of [Mapping#TYPE]
/// @param words all texts, as stems
/// @param surface the same texts, word by word as they are written, in lower case
/// @param vector field of the vectors
record Target(String type, String words, String surface, String vector) {
    static final Target EVIDENCE = new Target("evidence", "words", "surface", "vector");
    static final Target PASSAGES = new Target("passage", "passage-words", "passage-surface", "passage-vector");

    /// Every document of the sort.
    Query all() {
        return new TermQuery(new Term(Mapping.TYPE, type));
    }
}
