/// Tests of the ontology itself, and the programs that make its documentation.
@NullMarked
package org.quoin.ontology;

import org.jspecify.annotations.NullMarked;
