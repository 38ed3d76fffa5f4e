// What a part of a text is by its form, in the words of the Document Components Ontology.
package org.quoin.intake.document;

public enum PartKind {
    TITLE("http://purl.org/spar/doco/Title"),
    SUBTITLE("http://purl.org/spar/doco/Subtitle"),
    ABSTRACT("http://purl.org/spar/doco/Abstract"),
    SECTION("http://purl.org/spar/doco/Section"),
    PARAGRAPH("http://purl.org/spar/doco/Paragraph"),
    LIST("http://purl.org/spar/doco/List"),
    LIST_ITEM("http://purl.org/co/ListItem"),
    BLOCK_QUOTE("http://purl.org/spar/doco/BlockQuotation"),
    BOXED_TEXT("http://purl.org/spar/doco/TextBox"),
    TABLE_BOX("http://purl.org/spar/doco/TableBox"),
    TABLE("http://purl.org/spar/doco/Table"),
    FIGURE_BOX("http://purl.org/spar/doco/FigureBox"),
    CAPTION("http://purl.org/spar/deo/Caption"),
    FORMULA("http://purl.org/spar/doco/Formula"),
    FOOTNOTE("http://purl.org/spar/doco/Footnote"),
    GLOSSARY("http://purl.org/spar/doco/Glossary"),
    APPENDIX("http://purl.org/spar/doco/Appendix"),
    ACKNOWLEDGEMENTS("http://purl.org/spar/deo/Acknowledgements"),
    REFERENCES("http://purl.org/spar/doco/ListOfReferences"),
    REFERENCE("http://purl.org/spar/deo/BibliographicReference"),
    SUPPLEMENT("http://purl.org/spar/deo/SupplementaryInformationDescription");

    private final String iri;

    PartKind(String iri) {
        this.iri = iri;
    }

    /// The class it is aligned with: of DoCO, DEO or the Collections Ontology.
    public String iri() {
        return iri;
    }
}
