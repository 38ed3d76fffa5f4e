/// Contracts of the search ports, run on every adapter, and a check of how well they rank.
@NullMarked
package org.quoin.search;

import org.jspecify.annotations.NullMarked;
