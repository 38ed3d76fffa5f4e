// Divides the fields of a tagged file into records: what the readers of such files share.
package org.quoin.intake.reference;

import java.util.function.Function;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Records;
import org.quoin.intake.document.Source;
import org.quoin.intake.reference.TaggedLines.Line;
import org.quoin.intake.reference.TaggedLines.Tag;

/// One reading of one file. A format says where its records begin and end.
abstract class TaggedRecords {
    final Records records;

    /// The fields since the last record ended.
    RawRecord record = new RawRecord();

    TaggedRecords(Records records) {
        this.records = records;
    }

    /// Takes the next field.
    abstract void accept(Tag tag);

    /// Hands the record over, if there is one, and begins the next.
    abstract void end();

    /// @param format name of the format
    /// @param syntax what a line is that is not blank
    /// @param division begins to divide
    static Reading read(
            String format,
            Source source,
            Budget budget,
            Function<String, Line> syntax,
            Function<Records, TaggedRecords> division) {
        Records records = new Records(format, budget);
        TaggedRecords divided = division.apply(records);
        TaggedLines.read(source.text(records.notes()), syntax, budget, divided::accept);
        divided.end();
        return records.reading();
    }
}
