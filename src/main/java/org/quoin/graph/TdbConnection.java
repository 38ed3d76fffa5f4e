// The connection to the store on disk: reads and writes in transactions.
package org.quoin.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class TdbConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TdbConnection.class);

    private final Location location;
    /// Held shared by every reader, alone by the one who has to replace a broken connection.
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private DatasetGraph dataset;

    private TdbConnection(Location location) {
        this.location = location;
        this.dataset = DatabaseMgr.connectDatasetGraph(location);
    }

    /// @param folder made when it is not there
    static TdbConnection open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        return new TdbConnection(Location.create(folder));
    }

    /// Runs a read on one consistent state. Reads inside a read see the same state.
    <T> T read(Function<DatasetGraph, T> body) {
        lock.readLock().lock();
        try {
            return Txn.calculateRead(dataset, () -> body.apply(dataset));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Whether this thread is inside a read.
    boolean isReading() {
        return dataset.isInTransaction();
    }

    /// Writes one transaction. If it breaks in the middle, which nothing but the machine can make it
    /// do, the connection is thrown away with its damaged caches and the store opened again from the disk.
    void write(Consumer<DatasetGraph> body) {
        try {
            dataset.begin(TxnType.WRITE);
            body.accept(dataset);
            dataset.commit();
        } catch (RuntimeException | Error e) {
            reopen();
            throw e;
        } finally {
            dataset.end();
        }
    }

    private void reopen() {
        LOG.error("a write to the store broke off; the store is opened again from what is safely on the disk");
        dataset.abort();
        dataset.end();
        lock.writeLock().lock();
        try {
            TDBInternal.expel(dataset, true);
            dataset = DatabaseMgr.connectDatasetGraph(location);
        } finally {
            lock.writeLock().unlock();
        }
        // Resolves every stored node once: a damaged node table shows here and not in some later answer.
        long quads = read(all -> Iter.count(all.find()));
        LOG.info("the store is open again with {} quads", quads);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            TDBInternal.expel(dataset);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return location.toString();
    }
}
