// The index's files: opened, or begun anew when what is there cannot be used.
package org.quoin.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A commit is marked in its user data with the graph's sequence number and the mapping's version. One with
/// another mapping is not read, and one that cannot be read is deleted: both are derived data.
///
/// @param sequence the graph's that the index is complete up to; -1 when it is empty
record IndexFiles(Directory directory, IndexWriter writer, long sequence) {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    private static final String SEQUENCE = "sequence";
    private static final String MAPPING = "mapping";

    /// Documents written between two flushes are held in memory up to this size.
    private static final double BUFFER_MEGABYTES = 64;

    /// @param folder made when it is not there
    static IndexFiles open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return open(directory);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException
                | FileNotFoundException
                | IllegalArgumentException e) {
            // Illegal argument: written by a codec that this version of Lucene does not have.
            LOG.warn("The search index in {} cannot be read and is made again from the base: {}", folder, e.toString());
            deleteFiles(directory);
            return open(directory);
        } catch (IOException | RuntimeException | Error e) {
            directory.close();
            throw e;
        }
    }

    private static IndexFiles open(Directory directory) throws IOException {
        IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Mapping.ANALYZER)
                        .setSimilarity(Mapping.SIMILARITY)
                        .setCodec(Mapping.CODEC)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        // What was not committed is not complete up to any sequence number.
                        .setCommitOnClose(false));
        try {
            Map<String, String> data = new HashMap<>();
            Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
            if (committed != null) {
                committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            }
            long sequence = Long.parseLong(data.getOrDefault(SEQUENCE, "-1"));
            if (!data.isEmpty() && !Integer.toString(Mapping.VERSION).equals(data.getOrDefault(MAPPING, ""))) {
                LOG.info("The search index was made with another mapping and is made again from the base");
                sequence = -1;
            }
            if (sequence < 0) {
                writer.deleteAll();
            }
            return new IndexFiles(directory, writer, sequence);
        } catch (IOException | RuntimeException | Error e) {
            writer.rollback();
            throw e;
        }
    }

    private static void deleteFiles(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    /// Makes what was written durable.
    void commit(long reached) throws IOException {
        writer.setLiveCommitData(Map.of(SEQUENCE, Long.toString(reached), MAPPING, Integer.toString(Mapping.VERSION))
                .entrySet());
        writer.commit();
    }

    long sizeInBytes() throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += length(file);
        }
        return bytes;
    }

    private long length(String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            LOG.trace("{} was merged away while the index was measured", file, e);
            return 0;
        }
    }

    /// Writes that were not committed are lost.
    void close() throws IOException {
        writer.close();
        directory.close();
    }
}
