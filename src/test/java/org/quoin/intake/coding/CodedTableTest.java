// Coded tables: what people and spreadsheet programs put into them.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.count;
import static org.quoin.intake.coding.Codings.problem;
import static org.quoin.intake.coding.Codings.table;
import static org.quoin.intake.coding.Codings.utf8;
import static org.quoin.intake.coding.Codings.where;
import static org.quoin.intake.coding.Codings.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.model.Problem;
import org.quoin.model.Violation;

class CodedTableTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorIsTold(String separator) {
        String csv = String.join(separator, "Paper", "KIND", "Quote", "Coder type") + "\r\n"
                + String.join(separator, "p-1", "barrier", "\"left, or; went\tor|so\"", "person") + "\r\n";

        CodingFile.Table file = table("t.csv", utf8(csv));

        assertThat(file.format()).isEqualTo(CodingFormat.CSV);
        CodedRow row = file.table().rows().getFirst();
        assertThat(row.paper()).isEqualTo("p-1");
        assertThat(row.kind()).isEqualTo("barrier");
        assertThat(row.quote()).isEqualTo("left, or; went\tor|so");
        assertThat(row.coderType()).isEqualTo("person");
        assertThat(row.before()).isNull();
        assertThat(row.level()).isEmpty();
    }

    @Test
    void rowsKnowTheirLineThoughQuotesHaveLinesOfTheirOwn() {
        String csv =
                "sep=,\r\n\r\nid,quote,level\r\na,\"one\r\ntwo \"\"three\"\"\",team; individual |;\r\n,,\r\n\r\nb,“four”,\r\n";

        CodedTable table = table("t.csv", utf8(csv)).table();

        assertThat(table.rows()).extracting(CodedRow::number).containsExactly(4, 8);
        assertThat(table.rows()).extracting(CodedRow::quote).containsExactly("one\ntwo \"three\"", "“four”");
        assertThat(table.rows().getFirst().level()).containsExactly("team", "individual");
        assertThat(table.where(table.rows().get(1))).isEqualTo("t.csv line 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
    void encodingsOfSpreadsheetProgramsAreTold(String charset) {
        String csv = "\uFEFFid,quote\r\n1,Clínica «abierta»: funcionó\r\n";
        String content = charset.startsWith("windows") ? csv.substring(1) : csv;

        CodingFile.Table file = table("t.csv", content.getBytes(Charset.forName(charset)));

        assertThat(file.table().rows().getFirst().quote()).isEqualTo("Clínica «abierta»: funcionó");
        assertThat(count(file, What.ENCODING)).isEqualTo(charset.startsWith("windows") ? 1 : 0);
    }

    @Test
    void anUnknownColumnIsNamedWithThoseThatAreKnown() {
        assertThat(problem("t.csv", utf8("quote,factors\nx,y\n")).detail())
                .isEqualTo(
                        "t.csv line 1: there is no column «factors»; the columns are paper, study, title, doi, text, "
                                + "kind, id, quote, before, after, voice, statement, rationale, level, factor, facet, value, "
                                + "coder, coder-type, state");
        assertThat(problem("t.csv", utf8("quote,kind,Kind\nx,y,z\n")).detail())
                .isEqualTo("t.csv line 1: the column «kind» stands twice");
        assertThat(problem("t.csv", utf8("quote,kind\nTrust, and time,barrier\n"))
                        .detail())
                .startsWith("t.csv line 2: column 3 has no name, but holds «barrier»");
    }

    @Test
    void everyRowWithoutAQuoteIsNamed() {
        Problem problem = problem("t.csv", utf8("quote,kind\nx,barrier\n,enabler\n ,lesson\n"));

        assertThat(problem.detail()).isEqualTo("t.csv: 2 rows have no quote, the first in line 3");
        assertThat(((Problem.Invalid) problem).violations())
                .extracting(Violation::subject)
                .containsExactly("t.csv line 3", "t.csv line 4");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsNamedWithItsLine() {
        assertThat(problem("t.csv", utf8("quote,kind\nx,y\n\"never,\nclosed")).detail())
                .startsWith("t.csv line 3: the quotation marks around a cell do not fit");
    }

    @Test
    void aTableWithoutRowsIsOne() {
        assertThat(table("t.csv", utf8("quote,kind\n")).table().rows()).isEmpty();
        assertThat(table("t.csv", utf8("kind,quote")).table().rows()).isEmpty();
    }

    @Test
    void cellsOfAWorkbookAreReadAsTheyAreShown() {
        byte[] workbook = workbook(book -> {
            Sheet sheet = sheet(book, "Evidence", "id", "quote", "rationale", "before", "after", "voice", "state");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue(7);
            row.createCell(1).setCellValue("Line one\r\nline “two”");
            row.createCell(2).setCellFormula("CONCATENATE(\"be\",\"cause\")");
            dated(book, row.createCell(3));
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            row.createCell(4).setCellValue(0.125);
            row.getCell(4).setCellStyle(percent);
            row.createCell(5).setCellValue(true);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        CodedTable table = table("t.xlsx", workbook).table();

        CodedRow row = table.rows().getFirst();
        assertThat(row.id()).isEqualTo("7");
        assertThat(row.quote()).isEqualTo("Line one\nline “two”");
        assertThat(row.rationale()).isEqualTo("because");
        assertThat(row.before()).isEqualTo("2024-02-29");
        assertThat(row.after()).isEqualTo("12.5%");
        assertThat(row.voice()).isEqualTo("TRUE");
        assertThat(row.state()).isNull();
        assertThat(table.where(row)).isEqualTo("t.xlsx sheet «Evidence» row 3");
    }

    private static void dated(Workbook book, Cell cell) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        cell.setCellValue(LocalDate.of(2024, 2, 29));
        cell.setCellStyle(style);
    }

    @Test
    void aMergedCellStandsForAllTheRowsItCovers() {
        byte[] workbook = workbook(book -> {
            Sheet sheet = sheet(book, "S", "paper", "quote", "kind");
            for (int i = 1; i <= 3; i++) {
                sheet.createRow(i).createCell(1).setCellValue("quote " + i);
            }
            sheet.getRow(1).createCell(0).setCellValue("p-1");
            sheet.getRow(1).createCell(2).setCellValue("barrier");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            // Down to the end of the sheet, where there is nothing.
            sheet.addMergedRegion(new CellRangeAddress(1, 1_048_575, 2, 2));
        });

        List<CodedRow> rows = table("t.xlsx", workbook).table().rows();

        assertThat(rows).extracting(CodedRow::paper).containsExactly("p-1", "p-1", null);
        assertThat(rows).extracting(CodedRow::kind).containsExactly("barrier", "barrier", "barrier");
    }

    @Test
    void theFirstVisibleSheetWithAQuoteColumnIsRead() {
        byte[] workbook = workbook(book -> {
            sheet(book, "Read me", "How to use this");
            quote(sheet(book, "Old", "quote"), "old");
            quote(sheet(book, "New", "quote"), "new");
            quote(sheet(book, "Newer", "quote"), "newer");
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });

        CodingFile.Table file = table("t.xlsx", workbook);

        assertThat(file.table().rows()).extracting(CodedRow::quote).containsExactly("new");
        assertThat(where(file, What.OTHER_SHEET)).isEqualTo("Read me; Old (hidden); Newer");
    }

    @Test
    void aWorkbookWithoutSuchASheetIsRefused() {
        assertThat(problem("t.xlsx", workbook(book -> sheet(book, "S", "cite", "words")))
                        .detail())
                .startsWith("t.xlsx has no visible sheet whose first row names a column «quote»");
    }

    /// Other programs write words into the cell itself, in pieces, and without saying which cell it is.
    @Test
    void workbooksOfOtherProgramsAreRead() {
        String cells =
                "<row><c t=\"inlineStr\"><is><t>quote</t></is></c><c t=\"inlineStr\"><is><t>kind</t></is></c></row>"
                        + "<row><c t=\"inlineStr\"><is><r><t xml:space=\"preserve\">Trust </t></r><r><rPr><b/></rPr><t>went</t></r>"
                        + "</is></c><c t=\"str\"><v>barrier</v></c></row>"
                        + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"B5\"><v>12</v></c></row>";
        String shared = "<si><r><t>漢_x000D_字</t></r><rPh sb=\"0\" eb=\"2\"><t>かんじ</t></rPh></si>";

        List<CodedRow> rows =
                table("t.xlsx", rawWorkbook(cells, shared)).table().rows();

        assertThat(rows).extracting(CodedRow::quote).containsExactly("Trust went", "漢\n字");
        assertThat(rows).extracting(CodedRow::kind).containsExactly("barrier", "12");
        assertThat(rows).extracting(CodedRow::number).containsExactly(2, 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "XLSX"})
    void aTemplateIsATableWithoutRows(CodingFormat format) {
        byte[] template = TableWriter.template(format, Map.of(Column.KIND, List.of("barrier", "enabler")));

        CodingFile.Table file = table("template", template);

        assertThat(file.format()).isEqualTo(format);
        assertThat(file.table().rows()).isEmpty();
    }

    @Test
    void aTemplateOffersTheAllowedValues() throws IOException {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            factors.add("a-factor-with-a-long-name-" + i);
        }
        byte[] template = TableWriter.template(
                CodingFormat.XLSX, Map.of(Column.KIND, List.of("barrier", "enabler"), Column.FACTOR, factors));

        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(book.getSheet("Columns").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("paper");
            assertThat(book.getSheet("Columns").getLastRowNum()).isEqualTo(Column.values().length);
            List<? extends DataValidation> rules = book.getSheet("Evidence").getDataValidations();
            assertThat(rules).hasSize(2);
            assertThat(rules.getFirst().getValidationConstraint().getFormula1()).isEqualTo("Values!$F$2:$F$3");
            assertThat(rules.getFirst().getShowErrorBox()).isTrue();
            assertThat(rules.get(1).getValidationConstraint().getFormula1()).isEqualTo("Values!$O$2:$O$101");
            assertThat(rules.get(1).getShowErrorBox()).isFalse();
        }
    }

    @RepeatedTest(30)
    void rowsAreReadBackTheSame() {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        Random random = new Random(seed);
        List<CodedRow> rows = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            rows.add(randomRow(random));
        }

        for (CodingFormat format : List.of(CodingFormat.CSV, CodingFormat.XLSX)) {
            List<CodedRow> read = table("t", TableWriter.table(format, rows, Map.of()))
                    .table()
                    .rows();

            assertThat(read)
                    .as("-Dquoin.seed=%d %s", seed, format)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
                    .isEqualTo(rows);
        }
    }

    @Test
    void whatWouldBeTakenForAFormulaIsGuarded() throws IOException {
        List<CodedRow> rows = List.of(row("=1+1", "+x"), row("'=1", "-x"), row("@home", null), row("'tis", null));

        String csv = new String(TableWriter.table(CodingFormat.CSV, rows, Map.of()), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains(",'=1+1,")
                .contains(",''=1,")
                .contains(",'@home,")
                .contains(",'tis,");
        assertThat(csv).contains(",'+x,").contains(",'-x,");
        try (Workbook book =
                new XSSFWorkbook(new ByteArrayInputStream(TableWriter.table(CodingFormat.XLSX, rows, Map.of())))) {
            Cell cell = book.getSheet("Evidence").getRow(1).getCell(7);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    private static CodedRow row(String quote, @Nullable String before) {
        return new CodedRow(
                1, null, null, null, null, null, null, null, quote, before, null, null, null, null, List.of(),
                List.of(), List.of(), List.of(), null, null, null);
    }

    private static CodedRow randomRow(Random random) {
        return new CodedRow(
                0,
                cell(random),
                cell(random),
                cell(random),
                cell(random),
                cell(random),
                cell(random),
                cell(random),
                "q" + cell(random),
                cell(random),
                cell(random),
                cell(random),
                cell(random),
                cell(random),
                List.of("a-" + random.nextInt(9), "b"),
                random.nextBoolean() ? List.of() : List.of("c"),
                List.of(),
                List.of("country/IE", "design/x"),
                cell(random),
                cell(random),
                cell(random));
    }

    private static @Nullable String cell(Random random) {
        String[] pieces = {"=", "+", "-", "@", "'", "\"", ",", ";", "|", "x", "é", "😀", "\n", " ", "_x000D_", "1"};
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            words.append(pieces[random.nextInt(pieces.length)]);
        }
        String stripped = words.toString().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook book = new XSSFWorkbook()) {
            content.accept(book);
            book.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Sheet sheet(Workbook book, String name, String... header) {
        Sheet sheet = book.createSheet(name);
        Row row = sheet.createRow(0);
        for (int i = 0; i < header.length; i++) {
            row.createCell(i).setCellValue(header[i]);
        }
        return sheet;
    }

    private static void quote(Sheet sheet, String words) {
        sheet.createRow(1).createCell(0).setCellValue(words);
    }

    private static byte[] rawWorkbook(String rows, String sharedStrings) {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" "
                        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types
                        + "worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + types
                        + "sharedStrings+xml\"/></Types>"));
        parts.put("_rels/.rels", relations("rId1", office + "/officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                utf8("<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + office
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + office
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        parts.put("xl/sharedStrings.xml", utf8("<sst xmlns=\"" + main + "\">" + sharedStrings + "</sst>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                utf8("<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData></worksheet>"));
        return zip(parts);
    }

    private static byte[] relations(String id, String type, String target) {
        return utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/></Relationships>");
    }
}
