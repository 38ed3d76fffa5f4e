// What searches see: a reader of the index and the graph's sequence number it shows, which change together.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;

/// Lucene's SearcherManager cannot say of which sequence number a searcher is: a commit of the graph that
/// changes no document gives the index a new number and no new reader.
final class Searchers implements AutoCloseable {
    private final IndexWriter writer;
    private final Function<IndexReader, IndexSearcher> searching;
    private volatile Visible visible;
    private volatile boolean closed;

    /// Held by whoever acquired it, and by the index while it is the newest.
    ///
    /// @param sequence of the graph
    record Visible(DirectoryReader reader, IndexSearcher searcher, long sequence) {}

    /// @param searching makes the searcher of a reader
    Searchers(IndexWriter writer, Function<IndexReader, IndexSearcher> searching, long sequence) throws IOException {
        this.writer = writer;
        this.searching = searching;
        this.visible = visible(DirectoryReader.open(writer), sequence);
    }

    private Visible visible(DirectoryReader reader, long sequence) {
        return new Visible(reader, searching.apply(reader), sequence);
    }

    /// To be given back by [#release].
    Visible acquire() {
        while (true) {
            Visible newest = visible;
            // Fails when it has been replaced and given back since it was looked at.
            if (newest.reader().tryIncRef()) {
                return newest;
            }
            if (closed) {
                throw new IllegalStateException("the search index is closed");
            }
        }
    }

    void release(Visible acquired) throws IOException {
        acquired.reader().decRef();
    }

    /// Shows what was written, under the sequence number shown so far.
    synchronized void refresh() throws IOException {
        refresh(visible.sequence());
    }

    /// Shows what was written.
    synchronized void refresh(long sequence) throws IOException {
        Visible old = visible;
        DirectoryReader newer = DirectoryReader.openIfChanged(old.reader(), writer);
        if (newer == null) {
            visible = new Visible(old.reader(), old.searcher(), sequence);
        } else {
            visible = visible(newer, sequence);
            old.reader().decRef();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        visible.reader().decRef();
    }
}
