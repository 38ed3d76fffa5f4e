/// The report of an import for people, scripts and spreadsheets: what the command line prints and writes, the
/// web offers for download.
///
/// Start with [org.quoin.app.report.ImportReportFile].
@NullMarked
package org.quoin.app.report;

import org.jspecify.annotations.NullMarked;
