// What became of a file that could be read.
package org.quoin.intake.document;

import java.util.List;

public sealed interface Reading {
    /// @param documents at least one; several where a file holds several articles
    record Documents(List<ReadDocument> documents) implements Reading {
        public Documents {
            documents = List.copyOf(documents);
            if (documents.isEmpty()) {
                throw new IllegalArgumentException("a file without a document is a problem, or is no paper");
            }
        }

        static Documents of(ReadDocument document) {
            return new Documents(List.of(document));
        }
    }

    /// An export of bibliographic records: of each paper its title and its abstract.
    ///
    /// @param documents one for each record that has words, at least one; the same record may be there twice
    /// @param notes on the file as a whole, each kind counted over all its records
    record Records(List<ReadDocument> documents, List<Note> notes) implements Reading {
        public Records {
            documents = List.copyOf(documents);
            notes = List.copyOf(notes);
            if (documents.isEmpty()) {
                throw new IllegalArgumentException("an export without a record that has words is a problem");
            }
        }
    }

    /// A file that is in order but carries no paper's words: the packing list of a manuscript package, for
    /// example.
    ///
    /// @param what it is, for the report
    record NotAPaper(String what) implements Reading {}
}
