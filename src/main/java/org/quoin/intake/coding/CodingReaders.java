// Tells files of codings from others by what stands in them, and reads them.
package org.quoin.intake.coding;

import java.util.Optional;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Source;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// To be asked before the readers of papers, which would take a coded table for plain text. Immutable; any
/// number of threads may use one.
public final class CodingReaders {
    private final ReadLimits limits;

    public CodingReaders(ReadLimits limits) {
        this.limits = limits;
    }

    /// The format that a file would be read as; empty when it holds no codings. Looks at the beginning and
    /// end of the file only.
    public Optional<CodingFormat> formatOf(Source source) {
        return QdaReader.formatOf(source)
                .or(() -> EppiReader.recognises(source) ? Optional.of(CodingFormat.EPPI) : Optional.empty())
                .or(() -> XlsxTable.recognises(source) ? Optional.of(CodingFormat.XLSX) : Optional.empty())
                .or(() -> CsvTable.recognises(source) ? Optional.of(CodingFormat.CSV) : Optional.empty());
    }

    /// Reads a file whole.
    ///
    /// @throws ProblemException with [Problem.Invalid] when the file holds no codings or is broken, with
    ///     [Problem.LimitReached] when it is larger than the limits allow; the message names the file and the
    ///     place
    public CodingFile read(Source source) {
        limits.requireSize(source.name(), source.size());
        CodingFormat format = formatOf(source)
                .orElseThrow(() -> Problem.invalid(source.name() + " is no file of codings: neither REFI-QDA, nor "
                        + "EPPI-Reviewer JSON, nor a table with a column «quote»"));
        Budget budget = new Budget(source.name(), limits);
        return switch (format) {
            case QDPX, QDE, QDC -> QdaReader.read(format, source, budget);
            case EPPI -> EppiReader.read(source, budget);
            case CSV -> CsvTable.read(source, budget);
            case XLSX -> XlsxTable.read(source, budget);
        };
    }
}
