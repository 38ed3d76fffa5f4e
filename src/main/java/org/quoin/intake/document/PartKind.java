// What a part of a text is by its form, in the words of the Document Components Ontology.
package org.quoin.intake.document;

import java.util.Locale;
import java.util.Map;
import org.quoin.model.TextPart;

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
    REFERENCES(TextPart.REFERENCES),
    REFERENCE("http://purl.org/spar/deo/BibliographicReference"),
    SUPPLEMENT("http://purl.org/spar/deo/SupplementaryInformationDescription");

    private static final Map<String, PartKind> BY_HEADING = Map.ofEntries(
            Map.entry("abstract", ABSTRACT),
            Map.entry("summary", ABSTRACT),
            Map.entry("executive summary", ABSTRACT),
            Map.entry("references", REFERENCES),
            Map.entry("reference list", REFERENCES),
            Map.entry("bibliography", REFERENCES),
            Map.entry("literature cited", REFERENCES),
            Map.entry("works cited", REFERENCES),
            Map.entry("acknowledgements", ACKNOWLEDGEMENTS),
            Map.entry("acknowledgments", ACKNOWLEDGEMENTS),
            Map.entry("acknowledgement", ACKNOWLEDGEMENTS),
            Map.entry("acknowledgment", ACKNOWLEDGEMENTS),
            Map.entry("glossary", GLOSSARY),
            Map.entry("abbreviations", GLOSSARY),
            Map.entry("appendix", APPENDIX),
            Map.entry("appendices", APPENDIX));

    private final String iri;

    /// What a part is by its heading alone; a section where that is no fixed one.
    static PartKind ofHeading(String heading) {
        return BY_HEADING.getOrDefault(heading.toLowerCase(Locale.ROOT).replaceAll("[:.]$", ""), SECTION);
    }

    PartKind(String iri) {
        this.iri = iri;
    }

    /// The class it is aligned with: of DoCO, DEO or the Collections Ontology.
    public String iri() {
        return iri;
    }
}
