/// Writes the base, or some papers of it, in exchange forms: one class a form, chosen in
/// [org.quoin.app.export.Exporter].
@NullMarked
package org.quoin.app.export;

import org.jspecify.annotations.NullMarked;
