/// Executing SPARQL safely: queries with limits and without a way out of the process, updates through
/// the write door.
///
/// Start with [org.quoin.sparql.SparqlService].
@NullMarked
package org.quoin.sparql;

import org.jspecify.annotations.NullMarked;
