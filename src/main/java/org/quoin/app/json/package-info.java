/// What Quoin's answers look like as JSON: the command line prints the same objects as the web answers with.
///
/// Start with [org.quoin.app.json.SearchView].
@NullMarked
package org.quoin.app.json;

import org.jspecify.annotations.NullMarked;
