/// Reports for people as documents: what they are made of ([org.quoin.app.export.report.Report]), and the
/// files they become ([org.quoin.app.export.report.ReportFormat]). It knows nothing of evidence.
@NullMarked
package org.quoin.app.export.report;

import org.jspecify.annotations.NullMarked;
