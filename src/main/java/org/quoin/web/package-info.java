/// The HTTP door: the JSON API, the SPARQL protocol, the data's IRIs and the pages that people read. It asks
/// [org.quoin.app.Quoin] for everything, and writes only through it.
///
/// Start with [org.quoin.web.QuoinServer], whose routes name every other class.
@NullMarked
package org.quoin.web;

import org.jspecify.annotations.NullMarked;
