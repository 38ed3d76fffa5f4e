// The page of the comparison matrix.
package org.quoin.web.page;

import java.util.List;

/// @param title what is compared
/// @param summary how much it is made of
/// @param form by which it is chosen
/// @param emptyBase whether there is no evidence at all
/// @param empty whether there is nothing to compare in the selection
/// @param table the matrix
/// @param legend what its words mean
/// @param leftOut what does not stand in it, in words
/// @param more where more of it is shown
/// @param opened the cell whose quotes are shown
/// @param otherViewUrl the matrix of numbers, or that of words
/// @param framework whether the cells hold the words themselves
/// @param mapUrl the same as a picture
/// @param downloads the same as files
public record ComparePage(
        String title,
        String summary,
        CompareForm form,
        boolean emptyBase,
        boolean empty,
        MatrixTable table,
        List<MatrixTable.Meaning> legend,
        List<String> leftOut,
        List<Download> more,
        OpenedCell opened,
        String otherViewUrl,
        boolean framework,
        String mapUrl,
        List<Download> downloads)
        implements Page {}
