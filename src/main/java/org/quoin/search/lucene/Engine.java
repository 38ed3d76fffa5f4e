// What searches need beside a state of the index.
package org.quoin.search.lucene;

import java.util.concurrent.Executor;
import org.quoin.search.Embedder;

/// @param embedding where a query is embedded while its words are looked for
/// @param cues which words name which kinds
record Engine(Embedder embedder, Executor embedding, KindCues cues, StudyKeys studies) {}
