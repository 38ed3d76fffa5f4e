// The characters of a PDF's pages with their places, as PDFBox finds them.
package org.quoin.intake.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// Only text in the direction that most of a page's text has; what stands across it (stamps in the margin) is
/// left out.
final class PdfGlyphs extends PDFTextStripper {
    private static final Pattern BOLD = Pattern.compile(".*(?:bold|black|heavy|semib|demi).*");
    private static final Map<String, String> LIGATURES = Map.of(
            "\uFB00", "ff", "\uFB01", "fi", "\uFB02", "fl", "\uFB03", "ffi", "\uFB04", "ffl", "\uFB05", "st", "\uFB06",
            "st");
    private static final int FORCED_BOLD = 700;

    private final Budget budget;
    private List<TextPosition> found = List.of();

    PdfGlyphs(Budget budget) throws IOException {
        this.budget = budget;
        setShouldSeparateByBeads(false);
    }

    List<PdfGlyph> of(PDPage page) throws IOException {
        found = new ArrayList<>();
        processPage(page);
        Map<Float, Integer> directions = new HashMap<>();
        found.forEach(position -> directions.merge(position.getDir(), 1, Integer::sum));
        float direction = directions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
        List<PdfGlyph> glyphs = new ArrayList<>(found.size());
        for (TextPosition position : found) {
            if (position.getDir() == direction && isPlaced(position)) {
                glyphs.add(new PdfGlyph(
                        LIGATURES.getOrDefault(position.getUnicode(), position.getUnicode()),
                        position.getXDirAdj(),
                        position.getXDirAdj() + Math.max(0, position.getWidthDirAdj()),
                        position.getYDirAdj(),
                        // As printed; what PDFBox calls the font's size leaves the page's own scaling out.
                        Math.abs(position.getYScale()),
                        position.getWidthOfSpace(),
                        isBold(position)));
            }
        }
        return glyphs;
    }

    private static boolean isPlaced(TextPosition position) {
        return position.getUnicode() != null
                && Float.isFinite(position.getXDirAdj())
                && Float.isFinite(position.getYDirAdj())
                && Float.isFinite(position.getWidthDirAdj())
                && Float.isFinite(position.getYScale())
                && position.getXDirAdj() >= -1
                && position.getYDirAdj() >= -1;
    }

    private static boolean isBold(TextPosition position) {
        String name = position.getFont().getName();
        @Nullable PDFontDescriptor descriptor = position.getFont().getFontDescriptor();
        return (name != null && BOLD.matcher(name.toLowerCase(Locale.ROOT)).matches())
                || (descriptor != null && descriptor.getFontWeight() >= FORCED_BOLD);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.checkTime();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        budget.useCharacters(1);
        super.processTextPosition(text);
    }

    /// In place of writing the page as PDFBox would.
    @Override
    protected void writePage() {
        getCharactersByArticle().forEach(found::addAll);
    }
}
