/// How well search ranks, measured on collections whose right answers are known.
///
/// Start with [org.quoin.evaluation.TestCollection] (what is read) and [org.quoin.evaluation.Run] (what is
/// measured). Nothing here knows which index or model it measures; `org.quoin.app` puts them together.
@NullMarked
package org.quoin.evaluation;

import org.jspecify.annotations.NullMarked;
