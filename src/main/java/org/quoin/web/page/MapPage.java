// The page of the evidence map.
package org.quoin.web.page;

import java.util.List;

/// @param title what is mapped
/// @param summary how much it is made of
/// @param form by which it is chosen
/// @param emptyBase whether there is no evidence at all
/// @param empty whether there is nothing in the selection
/// @param svg the picture: an SVG element
/// @param table the same as a table
/// @param legend what its words mean
/// @param leftOut what does not stand in it, in words
/// @param more where more of it is shown
/// @param downloads the same as files
public record MapPage(
        String title,
        String summary,
        CompareForm form,
        boolean emptyBase,
        boolean empty,
        String svg,
        MatrixTable table,
        List<MatrixTable.Meaning> legend,
        List<String> leftOut,
        List<Download> more,
        List<Download> downloads)
        implements Page {}
