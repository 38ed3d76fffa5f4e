/// Quoin: an evidence knowledge base in which no claim stands without its words.
///
/// Start reading at [org.quoin.app.Quoin], which wires the parts together, then at
/// `org.quoin.graph` (the store and its single write door) and `org.quoin.text` (what makes a
/// quote exact). A package may use only those below it: `cli`, `web`, `app`, `intake`, `sparql`,
/// `search` and `graph`, `text`, `model`; a test enforces the order and says why.
@NullMarked
package org.quoin;

import org.jspecify.annotations.NullMarked;
