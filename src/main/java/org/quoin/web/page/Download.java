// A form in which something can be had as a file or as data.
package org.quoin.web.page;

public record Download(String label, String url) {
    /// What the files of a search or a comparison leave out.
    public static final String OF_A_SELECTION =
            "Tables and documents hold what is selected, and say what they leave out. RIS and BibTeX hold the bibliography of its"
                    + " papers and nothing else. The other forms hold these papers whole, Turtle and JSON-LD without the named"
                    + " graphs, REFI-QDA without earlier texts, review decisions, comparisons and syntheses.";

    /// What the files of the whole base leave out.
    public static final String OF_THE_BASE =
            "TriG leaves nothing out, Turtle and JSON-LD the named graphs. CSV and Excel hold the quotes, RIS and BibTeX the"
                    + " bibliography, annotations the codings, nanopublications what reviewers have accepted: none of them has"
                    + " syntheses or codebooks. REFI-QDA has no earlier texts, review decisions, comparisons and syntheses.";
}
