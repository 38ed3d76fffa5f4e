// EPPI-Reviewer's JSON export: what is carried over, and what is counted.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.count;
import static org.quoin.intake.coding.Codings.utf8;
import static org.quoin.intake.coding.Codings.where;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.Selection.Application;

class EppiReaderTest {
    private static final String CODE_SETS = """
            "CodeSets": [{
              "SetName": "Barriers", "ReviewSetId": 1, "SetId": 700, "SetDescription": "What got in the way",
              "SetType": {"SetTypeName": "Standard", "SetTypeDescription": "..."},
              "Attributes": {"AttributesList": [
                {"AttributeSetId": 1, "AttributeId": 71, "AttributeSetDescription": "In short",
                 "AttributeDescription": "At length", "AttributeType": "Not selectable (no checkbox)",
                 "AttributeName": "Staff",
                 "Attributes": {"AttributesList": [
                   {"AttributeId": 72, "AttributeType": "Selectable (show checkbox)", "AttributeName": "Turnover",
                    "AttributeSetDescription": "", "AttributeDescription": ""},
                   {"AttributeId": 73, "AttributeType": "Selectable (show checkbox)", "AttributeName": ""}]}},
                {"AttributeId": 72, "AttributeName": "Turnover again"}]}}]
            """;

    private static String reference(String codes) {
        return """
            {"Codes": [%s], "Outcomes": [{"OutcomeId": 1}], "ItemId": 4711, "Title": "Why hubs close",
             "ShortTitle": "Doe (2019)", "Year": "2019", "Abstract": "Staff left.\\r\\nHubs closed.",
             "DOI": "https://doi.org/10.1/abc", "Authors": "Doe Jane ; Roe A ;  ", "ItemStatus": "I"}
            """.formatted(codes);
    }

    private static String code(int attribute, String typed, String details) {
        return """
            {"AttributeId": %d, "AdditionalText": "%s", "ArmId": 0, "ArmTitle": "",
             "ItemAttributeFullTextDetails": [%s]}
            """.formatted(attribute, typed, details);
    }

    private static String detail(String text) {
        return """
            {"ItemDocumentId": 5, "TextFrom": 0, "TextTo": 0, "Text": "%s", "IsFromPDF": true, "DocTitle": "d.pdf",
             "ItemArm": ""}
            """.formatted(text);
    }

    private static CodingFile.Project read(String... references) {
        return Codings.project(
                "e.json", utf8("{" + CODE_SETS + ", \"References\": [" + String.join(",", references) + "]}"));
    }

    @Test
    void setsAreFoldersAndAttributesAreCodes() {
        CodingFile.Project file = read();

        assertThat(file.project().name()).isEqualTo("Barriers");
        assertThat(file.project().codes())
                .containsExactly(
                        new Code("set-700", null, "Barriers", "What got in the way", null, false),
                        new Code("71", "set-700", "Staff", "In short\n\nAt length", null, false),
                        new Code("72", "71", "Turnover", null, null, true),
                        new Code("73", "71", "73", null, null, true),
                        new Code("72-2", "set-700", "Turnover again", null, null, true));
        assertThat(where(file, What.DUPLICATE_ID)).isEqualTo("code 72");
    }

    @Test
    void aReferenceIsASourceWithTitleAndAbstractAsItsText() {
        CodingFile.Project file = read(reference(""));

        CodedSource source = file.project().sources().getFirst();
        assertThat(source.id()).isEqualTo("4711");
        assertThat(source.name()).isEqualTo("Doe (2019)");
        assertThat(Codings.text(file, 0)).isEqualTo("Why hubs close\n\nStaff left.\nHubs closed.");
        assertThat(source.bibliography())
                .isEqualTo(new Bibliography(
                        "Why hubs close",
                        List.of("Doe Jane", "Roe A"),
                        2019,
                        "10.1/abc",
                        null,
                        "Staff left.\r\nHubs closed."));
        assertThat(count(file, What.OUTCOME)).isEqualTo(1);
    }

    @Test
    void markedWordsLoseTheirMarksAndOneSelectionHasAllItsCodes() {
        String page = "Page 3:\\n[¬s]\\\"They said \\\"no\\\" and left.\\\"\\n\\\"Two more followed.[¬e]\\\"";
        CodingFile.Project file = read(reference(code(72, "see table", detail(page)) + ","
                + code(73, "", detail("Page 3:\\n[¬s]\\\"Two more followed.[¬e]\\\"") + "," + detail("From text."))));

        assertThat(Codings.words(file))
                .containsExactly("They said \"no\" and left.", "Two more followed.", "From text.");
        Selection second = file.project().selections().get(1);
        assertThat(second.sourceId()).isEqualTo("4711");
        assertThat(second.span()).isNull();
        assertThat(second.marked()).isTrue();
        assertThat(second.comment()).isEqualTo("see table");
        assertThat(second.applications()).extracting(Application::codeId).containsExactly("72", "73");
    }

    @Test
    void otherWaysOfClosingAPageAreUnderstood() {
        CodingFile.Project file = read(reference(code(
                72,
                "",
                detail("Page 3:\\n[¬s]\\\"One.\\\"[¬e]") + ","
                        + detail("Page 12:\\r\\n[¬s]\\\"Two.\\\"\\r\\n\\\"Three.[¬e]\\\"")
                        + "," + detail("[¬s]Four.[¬e]") + "," + detail("Page 1:\\n[¬s]\\\"Five, cut") + ","
                        + detail("They write [¬s] in words.") + "," + detail("Page 2:\\n[¬s]\\\"[¬e]\\\""))));

        assertThat(Codings.words(file))
                .containsExactly("One.", "Two.", "Three.", "Four.", "Five, cut", "They write [¬s] in words.");
    }

    @Test
    void whatWasTypedStandsForItselfWhereNothingWasMarked() {
        CodingFile.Project file = read(reference(code(72, "Staff left.", "") + "," + code(73, "", "")));

        assertThat(file.project().selections()).hasSize(1);
        assertThat(file.project().selections().getFirst().words()).isEqualTo("Staff left.");
        assertThat(file.project().selections().getFirst().marked()).isFalse();
        assertThat(count(file, What.CODE_WITHOUT_WORDS)).isEqualTo(1);
    }

    @Test
    void lostLettersAreMarkedAndUnknownCodesCounted() {
        CodingFile.Project file = read(
                reference(code(72, "", detail("Justi\\u001ecations \\ud83d")) + "," + code(99, "", detail("Words."))));

        assertThat(Codings.words(file)).containsExactly("Justi�cations �", "Words.");
        assertThat(count(file, What.CONTROL_CHARACTER)).isEqualTo(2);
        assertThat(where(file, What.UNKNOWN_CODE)).isEqualTo("99");
        assertThat(file.project().selections().get(1).applications()).isEmpty();
    }

    @Test
    void codeSetsMayStandBehindAndOtherPartsAnywhere() {
        String text = "{\"Other\": {\"References\": [1]}, \"References\": [" + reference(code(72, "", detail("Words.")))
                + "]," + CODE_SETS + "}";

        CodingFile.Project file = Codings.project("e.json", utf8("\uFEFF" + text));

        assertThat(file.project().selections().getFirst().applications()).hasSize(1);
    }

    @Test
    void idsAreTheSameWheneverTheFileIsReadAndWhateverTheOrder() {
        String one = reference(code(72, "", detail("A.")) + "," + code(73, "", detail("B.")));
        String other = reference(code(73, "", detail("B.")) + "," + code(72, "", detail("A.")));

        assertThat(read(one).project().selections())
                .containsExactlyInAnyOrderElementsOf(read(other).project().selections());
        assertThat(read(one, one).project().sources()).hasSize(2);
    }

    @Test
    void whatIsNoJsonIsNamedWithItsPlace() {
        assertThat(Codings.problem("e.json", utf8("{\"CodeSets\": [\n{,}]}")).detail())
                .startsWith("e.json is not well-formed JSON at line 2, column 2: ");
    }
}
