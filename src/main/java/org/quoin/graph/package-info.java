/// The store and its single write door, the vocabulary, the shapes, and the mapping between records
/// and RDF, which exists only here.
///
/// Start with [org.quoin.graph.GraphStore]: everything that enters the base enters through its `apply`.
@NullMarked
package org.quoin.graph;

import org.jspecify.annotations.NullMarked;
