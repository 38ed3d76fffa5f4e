// What became of a file that could be read.
package org.quoin.intake.document;

import java.util.List;

public sealed interface Reading {
    /// @param documents at least one; several where a file is an export of many records
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

    /// A file that is in order but carries no paper's words: the packing list of a manuscript package, for
    /// example.
    ///
    /// @param what it is, for the report
    record NotAPaper(String what) implements Reading {}
}
