// The evidence map as a picture: whole labels, equal areas, words for those who do not see it.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.CellState;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;
import org.quoin.synthesis.Matrix.LeftOut;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EvidenceMapTest {
    private static final Cell NOTHING = new Cell(CellState.NOT_CODED, 0, 0, 0, 0, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({"10, 6", "60, 20"})
    void everyCellWithEvidenceIsABubbleThatCanBeFollowed(int rows, int columns) throws Exception {
        Document svg = drawn(matrix(rows, columns));

        var links = svg.getElementsByTagName("a");
        assertThat(links.getLength()).isEqualTo((rows * columns + 2) / 3);
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            assertThat(link.getAttribute("href")).startsWith("/compare?cell=r");
            assertThat(link.getAttribute("aria-label")).contains("<Factor>", "studies");
            assertThat(link.getElementsByTagName("title").getLength()).isEqualTo(1);
        }
    }

    @Test
    void nothingDependsOnTheColourAlone() throws Exception {
        Document svg = drawn(matrix(4, 6));
        var shapes = new ArrayList<String>();
        var links = svg.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            String name = link.getAttribute("aria-label");
            Element shape = (Element) link.getElementsByTagName("rect").item(0).getNextSibling();
            shapes.add(shape.getTagName());
            assertThat(shape.getTagName())
                    .as(name)
                    .isEqualTo(
                            name.contains("helps") && name.contains("hinders")
                                    ? "path"
                                    : name.contains("hinders") ? "rect" : "circle");
        }
        assertThat(shapes).contains("path", "rect", "circle");
    }

    @ParameterizedTest
    @CsvSource({
        "Facilities and equipment of the organisations, 90",
        "Verantwortungsgemeinschaftsvereinbarung, 60",
        "協働のための共有された明確なビジョンと長期的な信頼, 50"
    })
    void longLabelsAreWrappedAndNotCut(String label, int width) {
        List<String> lines = EvidenceMap.wrapped(label, width);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(String.join("", lines).replace("-", "").replace(" ", "")).isEqualTo(label.replace(" ", ""));
    }

    private static Document drawn(Matrix matrix) throws Exception {
        String svg = EvidenceMap.draw(
                matrix, "A & B", (row, column) -> "/compare?cell=" + row.key() + "%7C" + column.key(), true);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    /// Every third cell has evidence, of all directions in turn.
    private static Matrix matrix(int rows, int columns) {
        var cells = new ArrayList<List<Cell>>();
        for (int r = 0; r < rows; r++) {
            var line = new ArrayList<Cell>();
            for (int c = 0; c < columns; c++) {
                int number = r * columns + c;
                int direction = number / 3 % 4;
                line.add(
                        number % 3 == 0
                                ? new Cell(
                                        CellState.FOUND,
                                        number + 2,
                                        number + 2,
                                        number + 2,
                                        direction == 0 || direction == 2 ? 1 : 0,
                                        direction == 1 || direction == 2 ? 1 : 0,
                                        0,
                                        0)
                                : NOTHING);
            }
            cells.add(line);
        }
        var side = new Side(new Axis.Concepts("factor", 0), Order.TOTAL, List.of(), 100);
        return new Matrix(
                1,
                new MatrixRequest(side, side, SearchFilter.NONE),
                headings("r", rows),
                headings("c", columns),
                cells,
                List.of(),
                List.of(),
                NOTHING,
                rows,
                columns,
                new LeftOut(0, 0, 0, 0));
    }

    private static List<Heading> headings(String prefix, int number) {
        var headings = new ArrayList<Heading>();
        for (int i = 0; i < number; i++) {
            headings.add(new Heading(prefix + i, "<Factor> of organisations & teams " + i, "", "", false));
        }
        return headings;
    }
}
