// What searches need beside a state of the index.
package org.quoin.search.lucene;

import java.util.concurrent.Executor;
import org.quoin.search.Embedder;

/// @param beside where meaning is looked for while words are
/// @param cues which words name which kinds
record Engine(Embedder embedder, Executor beside, KindCues cues, StudyKeys studies) {}
