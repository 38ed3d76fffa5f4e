// What a file of codings has that was not carried over, or not as it was.
package org.quoin.intake.coding;

/// @param count how many there are; at least one
/// @param where the first few of them: names, or what was read how
public record CodingNote(What what, int count, String where) {
    public enum What {
        PICTURE_SELECTION("a selection of a picture: it has no words"),
        RECORDING_SELECTION("a selection of a sound or video recording: it has no words"),
        PDF_AREA("an area of a PDF page without words"),
        PDF_PLACE("where on a page a selection of a PDF stands; its words are carried over"),
        WHOLE_SOURCE_CODING("a code given to a whole source: it has no words of its own"),
        CODE_WITHOUT_WORDS("a code given to a paper without any words"),
        SELECTION_WITHOUT_WORDS("a selection of a text that is not in the file; its words are not known"),
        SELECTION_WITHOUT_PLACE("words whose place in a text is not known, for which the format has no form"),
        EMPTY_SELECTION("a selection of a point, or of nothing but white space"),
        BAD_POSITION("a selection whose positions are no range of its text"),
        SPLIT_CHARACTER("a selection that cut a character in two; the whole character was taken"),
        POSITIONS("selections whose positions are counted otherwise than the format's specification says, as the "
                + "words themselves show; they were read as named here"),
        POSITIONS_DOUBTFUL("selections that mostly begin or end inside words, and no way of counting explains it; "
                + "they were read as the format's specification says, or as the rest of the project was"),
        SOURCE_WITHOUT_TEXT("a source whose text is not in the file: a picture, a recording, a PDF without its text"),
        MISSING_FILE("a file that the project names and that is not in it"),
        OUTSIDE_FILE("a file outside the project's own, which is never read"),
        REPEATED_TRANSCRIPT("a transcript whose text is a source of its own, and is taken from there"),
        UNKNOWN_CODE("a code that is used and not defined; the words stay, without it"),
        UNKNOWN_CODER("a coder who is not named; what they did stays, without them"),
        DATE("a date that is none"),
        DUPLICATE_ID("an id that stands twice; the later bearer has one made from it"),
        MISSING_ID("a part without an id; it has one made from its place"),
        MEMO("a memo that is not about a selection"),
        CODING_MEMO("a memo about a code or a coding"),
        LINK("a link between parts"),
        SET("a set of parts"),
        CASE("a case"),
        VARIABLE("a variable's value without a place in the bibliography"),
        GRAPH("a drawing of parts and their relations"),
        SYNC_POINT("a point that ties a transcript to its recording"),
        ARM("which arm of a trial a code is about"),
        OUTCOME("a numeric outcome"),
        ENCODING("a text that does not say its encoding; it was read as the one named here"),
        CONTROL_CHARACTER("a control character or half a character: taken out of a text, and written � in words, "
                + "which will not be found as they are"),
        UNREADABLE_ENTITY("a character or part named by an entity that is not in the file"),
        OTHER_SHEET("a sheet of the workbook that was not read");

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
