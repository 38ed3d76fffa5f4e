// The kinds of file that hold codings.
package org.quoin.intake.coding;

public enum CodingFormat {
    QDPX("REFI-QDA project (.qdpx)"),
    QDE("REFI-QDA project without its sources (.qde)"),
    QDC("REFI-QDA codebook (.qdc)"),
    EPPI("EPPI-Reviewer JSON"),
    CSV("coded table (CSV)"),
    XLSX("coded table (Excel)");

    private final String title;

    CodingFormat(String title) {
        this.title = title;
    }

    /// For people.
    public String title() {
        return title;
    }
}
