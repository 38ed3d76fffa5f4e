// A paper in a list.
package org.quoin.web.page;

import java.util.List;

/// @param study how it is named
/// @param total evidence items
/// @param kinds how many of each kind, in the ontology's order
/// @param tags what is known of the study
public record PaperCard(StudyRef study, long total, List<KindCount> kinds, List<Tag> tags) {}
