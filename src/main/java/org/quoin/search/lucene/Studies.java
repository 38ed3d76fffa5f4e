// The study of a document.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;

/// @param leaves of the reader
record Studies(List<LeafReaderContext> leaves) {
    Studies(IndexReader reader) {
        this(reader.leaves());
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
