// Writes the tables of a Word document.
package org.quoin.app.export.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.quoin.app.export.report.Block.Cell;
import org.quoin.app.export.report.Block.Column;

/// The head is repeated on each page. Columns have fixed widths, for programs disagree on any others.
final class DocxTables {
    /// A row with more characters than this may run over the end of a page.
    private static final int LONG_ROW = 1200;

    private final XWPFDocument document;
    private final DocxText text;

    DocxTables(XWPFDocument document, DocxText text) {
        this.document = document;
        this.text = text;
    }

    /// @param millimetres wide that it becomes
    void add(Block.Table content, int millimetres) {
        XWPFTable table = document.createTable(1, content.columns().size());
        table.getCTTbl().getTblPr().unsetTblBorders();
        table.setStyleID("ReportTable");
        table.setWidth(Integer.toString(DocxWriter.twips(millimetres)));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblLook look = table.getCTTbl().getTblPr().addNewTblLook();
        look.setFirstRow(true);
        look.setFirstColumn(true);
        int[] widths = widths(content.columns(), millimetres);
        grid(table, widths);
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < widths.length; i++) {
            fill(
                    head.getCell(i),
                    widths[i],
                    "TableHeading",
                    Cell.of(content.columns().get(i).heading()));
        }
        content.rows().forEach(cells -> row(table, cells, widths));
    }

    private void row(XWPFTable table, List<Cell> cells, int[] widths) {
        XWPFTableRow row = table.createRow();
        row.setCantSplitRow(cells.stream()
                        .flatMap(Cell::runs)
                        .mapToInt(run -> run.text().length())
                        .sum()
                < LONG_ROW);
        for (int i = 0; i < widths.length; i++) {
            fill(row.getCell(i), widths[i], i == 0 ? "TableHeading" : "TableText", cells.get(i));
        }
    }

    private void fill(XWPFTableCell cell, int width, String style, Cell content) {
        cell.setWidth(Integer.toString(width));
        List<List<Run>> paragraphs = content.paragraphs().isEmpty() ? List.of(List.of()) : content.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
            paragraph.setStyle(style);
            text.add(paragraph, paragraphs.get(i));
        }
    }

    private static void grid(XWPFTable table, int[] widths) {
        CTTblGrid grid = table.getCTTbl().getTblGrid();
        if (grid == null) {
            grid = table.getCTTbl().addNewTblGrid();
        }
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
    }

    /// What the columns need, and of what is left over as much more.
    private static int[] widths(List<Column> columns, int millimetres) {
        int needed = columns.stream().mapToInt(Column::millimetres).sum();
        double scale = (double) DocxWriter.twips(millimetres) / needed;
        return columns.stream()
                .mapToInt(column -> (int) Math.floor(column.millimetres() * scale))
                .toArray();
    }
}
