/// What the pages show: one record a page, public because the generated templates are in a package of their
/// own. Nothing here asks the base; [org.quoin.web] fills these records and the templates under `src/main/jte`
/// write them.
@NullMarked
package org.quoin.web.page;

import org.jspecify.annotations.NullMarked;
