// One passage of a paper that answers a search.
package org.quoin.web.page;

import java.util.List;

/// @param rank 1 for the best
/// @param words of the passage, those of the question marked
/// @param study that the paper reports
/// @param section heading above it; empty when there is none
/// @param coded how much evidence was coded in it, in words; empty when nobody has coded it
/// @param placeUrl the passage in the paper's text
public record PassageCard(int rank, List<Piece> words, StudyRef study, String section, String coded, String placeUrl) {}
