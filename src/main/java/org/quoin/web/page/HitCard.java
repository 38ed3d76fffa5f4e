// One search hit.
package org.quoin.web.page;

import java.util.List;

/// @param rank 1 for the best
/// @param kind key of its kind
/// @param kindLabel for people
/// @param statement the coder's words; empty when the quote says it
/// @param before the words before the quote in its sentence
/// @param quote the words it rests on
/// @param after the words after it
/// @param moreQuotes further quotes of the item
/// @param study the study that reports it
/// @param section heading above the quote; empty when there is none
/// @param tags concepts of the item
/// @param studyTags what else is known of its study
/// @param placeUrl the quote in the paper's text
/// @param evidenceUrl everything about the item
/// @param likeUrl other evidence like it
/// @param alsoInStudy a way to the other hits of its study, when one of each is shown, in words; else empty
/// @param studyUrl where those are
/// @param why how the rank came about, in sentences; none when nothing was ranked
public record HitCard(
        int rank,
        String kind,
        String kindLabel,
        List<Piece> statement,
        List<Piece> before,
        List<Piece> quote,
        List<Piece> after,
        int moreQuotes,
        StudyRef study,
        String section,
        List<Tag> tags,
        List<Tag> studyTags,
        String placeUrl,
        String evidenceUrl,
        String likeUrl,
        String alsoInStudy,
        String studyUrl,
        List<String> why) {}
