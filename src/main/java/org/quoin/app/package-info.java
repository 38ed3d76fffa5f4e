/// The whole of Quoin behind one object: [org.quoin.app.Quoin] opens the parts, wires them and closes
/// them. The command line and the web speak to it and to nothing below it that writes.
@NullMarked
package org.quoin.app;

import org.jspecify.annotations.NullMarked;
