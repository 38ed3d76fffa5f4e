// What a file has and its text has not, or not as it was.
package org.quoin.intake.document;

/// @param count how many there are; at least one
/// @param where the first few of them: a label, the heading of their section, a page
public record Note(What what, int count, String where) {
    public enum What {
        FIGURE("a figure's image; its caption is in the text"),
        TABLE("a table that is not text: an image"),
        IMAGE("an image inside the text"),
        FORMULA("a formula that is not text: an image, or TeX"),
        FORMULA_LAYOUT("the layout of a formula; its characters are in the text in their order"),
        REFERENCE_MARK("a raised mark that points to a reference or footnote"),
        SUPPLEMENT("a supplementary file; its description is in the text"),
        SUB_ARTICLE("another article inside the file: a decision letter, a reply, a translation"),
        FRONT_MATTER("a field of the front matter without a place in the metadata"),
        EXTERNAL_ENTITY("a part kept in another file, which is not read"),
        UNKNOWN_CHARACTER("a character that the file names by an unknown name or that is broken"),
        CONTROL_CHARACTER("a control character, taken out"),
        ENCODING("the file does not say its encoding; it was read as the one named here"),
        SURROUNDINGS("navigation, forms and scripts around the text of a web page"),
        DELETED_TEXT("text that was deleted with changes tracked"),
        COMMENT("a reviewer's comment beside the text"),
        RUNNING_HEAD("a line repeated at the head or foot of pages, taken out"),
        PAGE_NUMBER("a page number, taken out"),
        HYPHEN("a word divided at a line's end, joined again"),
        PAGE_WITHOUT_TEXT("a page without text: an image, or blank"),
        RECORD_WITHOUT_WORDS("a record without title and abstract, left out"),
        RECORD_WITHOUT_ABSTRACT("a record without an abstract: its text is its title"),
        RECORD_FIELD("a field of a record without a place in the metadata"),
        INDEX_TERM("a term from a database's own index (MeSH, Emtree)"),
        ATTACHMENT("a file attached to a record"),
        SCREENING_LABEL("a label or decision of another tool"),
        UNREADABLE("a part that is broken and was passed over");

        private final String meaning;

        What(String meaning) {
            this.meaning = meaning;
        }

        /// In words, for a report.
        public String meaning() {
            return meaning;
        }
    }
}
