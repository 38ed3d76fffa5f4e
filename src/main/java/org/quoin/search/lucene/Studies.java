// The study of a document.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.quoin.model.StudyId;

/// @param leaves of the reader
record Studies(List<LeafReaderContext> leaves) {
    Studies(IndexReader reader) {
        this(reader.leaves());
    }

    /// How many of some documents are from a study.
    ///
    /// @param documents one bit a document of the reader
    long count(StudyId study, FixedBitSet documents) throws IOException {
        Term ofStudy = new Term(Mapping.TAG, Mapping.tag(Mapping.STUDY_TAG, study.value()));
        long count = 0;
        for (LeafReaderContext leaf : leaves) {
            PostingsEnum postings = leaf.reader().postings(ofStudy, PostingsEnum.NONE);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                count += documents.get(leaf.docBase + postings.docID()) ? 1 : 0;
            }
        }
        return count;
    }

    String of(int document) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        // Doc values only go forwards, and hits come in the order of their ranks.
        SortedDocValues studies = DocValues.getSorted(leaf.reader(), Mapping.STUDY);
        if (!studies.advanceExact(document - leaf.docBase)) {
            throw new CorruptIndexException(
                    "a document has no study", leaf.reader().toString());
        }
        return studies.lookupOrd(studies.ordValue()).utf8ToString();
    }
}
