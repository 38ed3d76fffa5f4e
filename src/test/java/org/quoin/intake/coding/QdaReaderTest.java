// REFI-QDA projects and codebooks: what is carried over, and what is counted.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.count;
import static org.quoin.intake.coding.Codings.guid;
import static org.quoin.intake.coding.Codings.project;
import static org.quoin.intake.coding.Codings.projectXml;
import static org.quoin.intake.coding.Codings.upperGuid;
import static org.quoin.intake.coding.Codings.utf8;
import static org.quoin.intake.coding.Codings.where;
import static org.quoin.intake.coding.Codings.words;
import static org.quoin.intake.coding.Codings.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.model.Span;

class QdaReaderTest {
    private static final String USERS = "<Users><User guid=\"" + guid(1) + "\" name=\"Ann\"/><User guid=\"{"
            + upperGuid(2) + "}\" id=\"bo\"/></Users>";

    private static final String CODES = "<CodeBook><Codes><Code guid=\"" + guid(10)
            + "\" name=\"Folder\" isCodable=\"false\"><Description>Holds others</Description><Code guid=\"" + guid(11)
            + "\" name=\"Trust\" isCodable=\"true\" color=\"#f80\"><Code guid=\"" + guid(12)
            + "\" name=\"Lost\" isCodable=\"true\" color=\"red\"/></Code></Code></Codes></CodeBook>";

    private static String text(String selections) {
        return "<TextSource guid=\"" + guid(20) + "\" name=\"Interview\" creatingUser=\"" + guid(1)
                + "\" creationDateTime=\"2024-05-06T07:08:09\">"
                + "<Description>With a nurse</Description><PlainTextContent>Trust was lost early.</PlainTextContent>"
                + selections + "</TextSource>";
    }

    private static CodingFile.Project qde(String content) {
        return project("p.qde", utf8(projectXml("Some tool", content)));
    }

    @Test
    void codesCodersSourcesAndCodingsAreRead() {
        CodingFile.Project file = qde(USERS + CODES + "<Sources>"
                + text("<PlainTextSelection guid=\"" + upperGuid(30)
                        + "\" name=\"the turn\" startPosition=\"0\" endPosition=\"14\" creatingUser=\"" + guid(2)
                        + "\"><Description>Early on</Description><Coding guid=\"" + guid(40) + "\" creatingUser=\""
                        + guid(1) + "\" creationDateTime=\"2024-05-06T09:00:00+02:00\"><CodeRef targetGUID=\""
                        + upperGuid(11) + "\"/></Coding><Coding guid=\"" + guid(41)
                        + "\"><CodeRef targetGUID=\"" + guid(12) + "\"/></Coding></PlainTextSelection>")
                + "</Sources><Description>A study</Description>");

        assertThat(file.origin()).isEqualTo("Some tool");
        assertThat(file.project().name()).isEqualTo("P");
        assertThat(file.project().description()).isEqualTo("A study");
        assertThat(file.project().coders()).containsExactly(new Coder(guid(1), "Ann"), new Coder(guid(2), "bo"));
        assertThat(file.project().codes())
                .containsExactly(
                        new Code(guid(10), null, "Folder", "Holds others", null, false),
                        new Code(guid(11), guid(10), "Trust", null, "#FF8800", true),
                        new Code(guid(12), guid(11), "Lost", null, null, true));
        CodedSource source = file.project().sources().getFirst();
        assertThat(source.description()).isEqualTo("With a nurse");
        assertThat(source.createdBy()).isEqualTo(guid(1));
        assertThat(source.created()).isEqualTo(Instant.parse("2024-05-06T07:08:09Z"));
        assertThat(file.project().selections())
                .containsExactly(new Selection(
                        guid(30),
                        guid(20),
                        new Span(0, 14),
                        "Trust was lost",
                        true,
                        "the turn",
                        "Early on",
                        List.of(
                                new Application(guid(40), guid(11), guid(1), Instant.parse("2024-05-06T07:00:00Z")),
                                new Application(guid(41), guid(12), guid(2), null))));
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void aVariableThatTellsOfThePaperIsItsBibliography() {
        String variables = "<Variables><Variable guid=\"" + guid(50) + "\" name=\"doi\" typeOfVariable=\"Text\"/>"
                + "<Variable guid=\"" + guid(51) + "\" name=\"Year\" typeOfVariable=\"Integer\"/><Variable guid=\""
                + guid(52) + "\" name=\"Author\" typeOfVariable=\"Text\"/><Variable guid=\"" + guid(53)
                + "\" name=\"Country\" typeOfVariable=\"Text\"/></Variables>";
        String values = value(50, "TextValue", "10.1/x")
                + value(51, "IntegerValue", "2021")
                + value(52, "TextValue", "Doe J; Roe A")
                + value(53, "TextValue", "IE");

        CodingFile.Project file = qde(variables + "<Sources>" + text(values) + "</Sources>");

        assertThat(file.project().sources().getFirst().bibliography())
                .isEqualTo(new Bibliography(null, List.of("Doe J", "Roe A"), 2021, "10.1/x", null, null));
        assertThat(where(file, What.VARIABLE)).isEqualTo("Country");
    }

    private static String value(int variable, String element, String words) {
        return "<VariableValue><VariableRef targetGUID=\"" + guid(variable) + "\"/><" + element + ">" + words + "</"
                + element + "></VariableValue>";
    }

    @Test
    void whatASelectionSaysIsJoinedFromItsMemos() {
        String memos = "<Notes><Note guid=\"" + guid(60) + "\" name=\"Memo\"><PlainTextContent>Referred to."
                + "</PlainTextContent></Note><Note guid=\"" + guid(61)
                + "\"><PlainTextContent>Linked to.</PlainTextContent></Note><Note guid=\"" + guid(62)
                + "\" name=\"Diary\"/></Notes><Links><Link guid=\"" + guid(63) + "\" originGUID=\"" + guid(61)
                + "\" targetGUID=\"" + guid(30) + "\"/><Link guid=\"" + guid(64) + "\" name=\"causes\" originGUID=\""
                + guid(10) + "\" targetGUID=\"" + guid(11) + "\"/></Links>";

        CodingFile.Project file = qde("<Sources>"
                + text("<PlainTextSelection guid=\"" + guid(30)
                        + "\" startPosition=\"0\" endPosition=\"5\"><Description>Own.</Description>"
                        + "<NoteRef targetGUID=\"" + guid(60) + "\"/></PlainTextSelection>")
                + "</Sources>" + memos);

        assertThat(file.project().selections().getFirst().comment())
                .isEqualTo("Own.\n\nMemo\nReferred to.\n\nLinked to.");
        assertThat(where(file, What.MEMO)).isEqualTo("Diary");
        assertThat(where(file, What.LINK)).isEqualTo("causes");
    }

    @Test
    void ofAPdfThePlainTextIsReadAndAreasWithWordsWhereItHasNone() {
        String pdf = "<PDFSource guid=\"" + guid(20) + "\" name=\"Paper.pdf\" path=\"internal://paper.pdf\">"
                + area(30, "two pages", "Trust was", "10:00") + area(31, "two pages", "lost", "10:00")
                + area(32, "", "early", "11:00") + area(33, "Figure 2", "", "12:00")
                + "<Representation guid=\"" + guid(21) + "\"><PlainTextContent>Trust was lost early.</PlainTextContent>"
                + "<PlainTextSelection guid=\"" + guid(30)
                + "\" name=\"two pages\" startPosition=\"0\" endPosition=\"14\""
                + " creationDateTime=\"2024-01-01T10:00:00Z\"/></Representation></PDFSource>";

        CodingFile.Project file = qde("<Sources>" + pdf + "</Sources>");

        assertThat(words(file)).containsExactly("Trust was lost", "early");
        assertThat(file.project().selections().get(1).span()).isNull();
        assertThat(count(file, What.PDF_PLACE)).isEqualTo(2);
        assertThat(where(file, What.PDF_AREA)).isEqualTo("Paper.pdf: Figure 2");
        assertThat(count(file, What.DUPLICATE_ID)).isZero();
    }

    private static String area(int id, String name, String words, String time) {
        return "<PDFSelection guid=\"" + guid(id) + "\" name=\"" + name + "\" page=\"0\" firstX=\"1\" firstY=\"1\" "
                + "secondX=\"2\" secondY=\"2\" creationDateTime=\"2024-01-01T" + time + ":00Z\">"
                + (words.isEmpty()
                        ? ""
                        : "<Representation guid=\"" + guid(500 + id) + "\"><PlainTextContent>" + words
                                + "</PlainTextContent></Representation>")
                + "</PDFSelection>";
    }

    @Test
    void transcriptsAreTextsAndRecordingsAreCounted() {
        String video = "<VideoSource guid=\"" + guid(20) + "\" name=\"Talk.mp4\" path=\"relative:///Talk.mp4\">"
                + "<Transcript guid=\"" + guid(21) + "\"><PlainTextContent>Hello there. Trust went.</PlainTextContent>"
                + "<SyncPoint guid=\"" + guid(22) + "\" timeStamp=\"10\" position=\"13\"/><SyncPoint guid=\"" + guid(23)
                + "\" timeStamp=\"20\" position=\"24\"/><TranscriptSelection guid=\"" + guid(30)
                + "\" fromSyncPoint=\"" + guid(22) + "\" toSyncPoint=\"" + guid(23)
                + "\"/><TranscriptSelection guid=\"" + guid(31) + "\" fromSyncPoint=\"" + guid(22) + "\"/></Transcript>"
                + "<VideoSelection guid=\"" + guid(32) + "\" begin=\"0\" end=\"5\"/></VideoSource>";
        String picture = "<PictureSource guid=\"" + guid(40) + "\" name=\"Room.png\"><TextDescription guid=\""
                + guid(41)
                + "\"><PlainTextContent>An empty room.</PlainTextContent><PlainTextSelection guid=\"" + guid(33)
                + "\" startPosition=\"3\" endPosition=\"13\"/></TextDescription><PictureSelection guid=\"" + guid(34)
                + "\" firstX=\"0\" firstY=\"0\" secondX=\"1\" secondY=\"1\"/><Coding guid=\"" + guid(35)
                + "\"><CodeRef targetGUID=\"" + guid(11) + "\"/></Coding></PictureSource>";

        CodingFile.Project file = qde(CODES + "<Sources>" + video + picture + "</Sources>");

        assertThat(file.project().sources())
                .extracting(CodedSource::name)
                .containsExactly("Talk.mp4", "Talk.mp4", "Room.png");
        assertThat(words(file)).containsExactly("Trust went.", "empty room");
        assertThat(file.notes())
                .extracting(CodingNote::what)
                .containsExactly(
                        What.PICTURE_SELECTION,
                        What.RECORDING_SELECTION,
                        What.WHOLE_SOURCE_CODING,
                        What.BAD_POSITION,
                        What.SOURCE_WITHOUT_TEXT,
                        What.SYNC_POINT);
    }

    @Test
    void whatRefersToNothingIsCountedAndTheWordsStay() {
        CodingFile.Project file = qde(CODES + "<Sources>"
                + text("<PlainTextSelection guid=\"" + guid(30)
                        + "\" startPosition=\"0\" endPosition=\"5\"><Coding guid=\""
                        + guid(40) + "\" creatingUser=\"" + guid(99) + "\"><CodeRef targetGUID=\"" + guid(98)
                        + "\"/></Coding><Coding guid=\"" + guid(41) + "\" creatingUser=\"" + guid(99)
                        + "\" creationDateTime=\"yesterday\"><CodeRef targetGUID=\"" + guid(11)
                        + "\"/></Coding></PlainTextSelection>")
                + "</Sources>");

        assertThat(file.project().selections().getFirst().applications())
                .containsExactly(new Application(guid(41), guid(11), null, null));
        assertThat(where(file, What.UNKNOWN_CODE)).isEqualTo(guid(98));
        // The source's creator and that of one coding.
        assertThat(where(file, What.UNKNOWN_CODER)).isEqualTo(guid(1) + "; " + guid(99));
        assertThat(where(file, What.DATE)).isEqualTo("yesterday");
    }

    @Test
    void idsThatStandTwiceOrNotAtAllAreReplacedTheSameWayEachTime() {
        String content = CODES + "<Sources>"
                + text("<PlainTextSelection guid=\"" + guid(30)
                        + "\" startPosition=\"0\" endPosition=\"5\"/><PlainTextSelection guid=\"" + guid(30)
                        + "\" startPosition=\"6\" endPosition=\"9\"/><PlainTextSelection startPosition=\"10\""
                        + " endPosition=\"14\"/>")
                + text("") + "</Sources>";

        CodingFile.Project file = qde(content);

        assertThat(words(file)).containsExactly("Trust", "was", "lost");
        assertThat(file.project().sources()).hasSize(2);
        assertThat(count(file, What.DUPLICATE_ID)).isEqualTo(2);
        assertThat(count(file, What.MISSING_ID)).isEqualTo(1);
        assertThat(qde(content)).isEqualTo(file);
    }

    @Test
    void filesAreTakenFromThePackageAloneWhateverTheirPathSays(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String outside = "<TextSource guid=\"" + guid(1) + "\" name=\"A\" plainTextPath=\"absolute://" + secret
                + "\"/><TextSource guid=\"" + guid(2) + "\" name=\"B\" plainTextPath=\"relative:///secret.txt\"/>"
                + "<TextSource guid=\"" + guid(3) + "\" name=\"C\" plainTextPath=\"internal://../secret.txt\"/>"
                + "<TextSource guid=\"" + guid(4) + "\" name=\"D\" plainTextPath=\"file://" + secret + "\"/>"
                + "<TextSource guid=\"" + guid(5) + "\" name=\"E\" plainTextPath=\"internal://Inside.TXT\"/>"
                + "<TextSource guid=\"" + guid(6) + "\" name=\"F\" richTextPath=\"internal://rich.docx\"/>";

        CodingFile.Project file = project(
                folder.resolve("p.qdpx").toString(),
                zip(Map.of(
                        "Project.qde", utf8(projectXml("t", "<Sources>" + outside + "</Sources>")),
                        "sources\\inside.txt", utf8("Inside."),
                        "../secret.txt", utf8("slipped"))));

        assertThat(file.project().sources())
                .extracting(source -> source.text() == null ? "" : source.text().value())
                .containsExactly("", "", "", "", "Inside.", "");
        assertThat(count(file, What.OUTSIDE_FILE)).isEqualTo(3);
        assertThat(where(file, What.MISSING_FILE)).isEqualTo("C");
        assertThat(count(file, What.SOURCE_WITHOUT_TEXT)).isEqualTo(5);
        assertThat(folder.toFile().list()).containsExactly("secret.txt");
    }

    /// As older programs on Windows write it.
    @Test
    void aNameInThePackageMayBeInLatin1() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            zip.putNextEntry(new ZipEntry("project.qde"));
            zip.write(utf8(projectXml(
                    "t",
                    "<Sources><TextSource guid=\"" + guid(1)
                            + "\" plainTextPath=\"internal://Entrevue née.txt\"/></Sources>")));
            zip.putNextEntry(new ZipEntry("Sources\\Entrevue née.txt"));
            zip.write(utf8("Voilà."));
        }

        assertThat(Codings.text(project("p.qdpx", bytes.toByteArray()), 0)).isEqualTo("Voilà.");
    }

    @Test
    void whereTheTextIsMissingANameAsLongAsTheSelectionIsItsWords() {
        CodingFile.Project file = project(
                "p.qdpx",
                zip(Map.of(
                        "project.qde",
                        utf8(projectXml(
                                "t",
                                "<Sources><TextSource guid=\"" + guid(1)
                                        + "\" name=\"A\" plainTextPath=\"internal://gone.txt\"><PlainTextSelection guid=\""
                                        + guid(2) + "\" name=\"lost trust\" startPosition=\"5\" endPosition=\"15\"/>"
                                        + "<PlainTextSelection guid=\"" + guid(3)
                                        + "\" name=\"a label\" startPosition=\"5\" endPosition=\"90\"/></TextSource>"
                                        + "</Sources>")))));

        assertThat(words(file)).containsExactly("lost trust");
        assertThat(where(file, What.SELECTION_WITHOUT_WORDS)).isEqualTo("A: 5-90");
    }

    @Test
    void aCodebookHasItsHierarchyAndItsSetsAreCounted() {
        String codebook = "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Tool\"><Codes><Code guid=\"" + guid(1)
                + "\" name=\"A &amp; B\" isCodable=\"true\"><Code guid=\"" + guid(2)
                + "\" name=\"C\" isCodable=\"0\"/></Code></Codes><Sets><Set guid=\"" + guid(3)
                + "\" name=\"S\"/></Sets></CodeBook>";

        CodingFile.Codebook file = (CodingFile.Codebook) Codings.read("c.qdc", utf8(codebook));

        assertThat(file.codes())
                .containsExactly(
                        new Code(guid(1), null, "A & B", null, null, true),
                        new Code(guid(2), guid(1), "C", null, null, false));
        assertThat(file.origin()).isEqualTo("Tool");
        assertThat(count(file, What.SET)).isEqualTo(1);
    }
}
