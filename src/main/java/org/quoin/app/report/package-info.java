/// What the program has to tell people, as files. Start with [org.quoin.app.report.ImportReportFile] for what
/// became of an import, with [org.quoin.app.report.ComparisonReport] and
/// [org.quoin.app.report.SynthesisReport] for documents to read, print and paste from; what these say of
/// themselves is in [org.quoin.app.report.ReportParts].
@NullMarked
package org.quoin.app.report;

import org.jspecify.annotations.NullMarked;
