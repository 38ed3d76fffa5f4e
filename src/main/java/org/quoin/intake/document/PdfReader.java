// Reads PDF, which holds characters with places and nothing of a text's order or structure.
package org.quoin.intake.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

/// Lines are put in reading order column by column, running heads and page numbers taken out, words divided at
/// line ends joined, and paragraphs, headings and quotes told by their form. All of that is judgement; [Note]s
/// count it.
final class PdfReader implements DocumentReader {
    private static final int HEADER_WITHIN = 1024;

    /// Kept, because the settings of a logger are lost with it. What is broken in a file is told in its notes.
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    PdfReader() {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @Override
    public String name() {
        return "PDF";
    }

    @Override
    public boolean recognises(Source source) {
        String head = source.head();
        return head.substring(0, Math.min(head.length(), HEADER_WITHIN)).contains("%PDF-");
    }

    @Override
    public Reading read(Source source, Budget budget) {
        PdfFonts.install();
        PdfStreams.requireModest(source.bytes(), budget);
        try (PDDocument pdf = Loader.loadPDF(source.bytes())) {
            return Reading.Documents.of(read(source, pdf, budget));
        } catch (InvalidPasswordException e) {
            throw Problem.invalid(source.name() + " is protected by a password. Save it without one.");
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // PDFBox meets broken files with exceptions of any kind.
            throw new ProblemException(
                    new Problem.Invalid(source.name() + " is a damaged PDF (" + e.getMessage() + ")", List.of()), e);
        } catch (StackOverflowError e) {
            throw budget.reached("nests its objects deeper than can be read");
        }
    }

    private ReadDocument read(Source source, PDDocument pdf, Budget budget) throws IOException {
        int count = pdf.getNumberOfPages();
        budget.requirePages(count);
        Notes notes = new Notes();
        List<PdfPage> pages = pages(pdf, budget, notes);
        if (pages.stream().allMatch(page -> page.lines().isEmpty())) {
            throw Problem.invalid(source.name() + " has " + count + (count == 1 ? " page" : " pages")
                    + " and no text: it is a scan. Run text recognition (OCR) on it first.");
        }
        PdfRunningHeads heads = PdfRunningHeads.removedFrom(pages, notes);
        pages.stream()
                .filter(page -> page.lines().isEmpty())
                .forEach(page -> notes.add(What.PAGE_WITHOUT_TEXT, "page " + heads.label(page.index())));
        TextBuilder builder = new TextBuilder(budget, notes);
        PdfText body = new PdfText(builder, notes, heads.pages(), pages.size());
        body.read(heads.pages());
        NormalisedText text = builder.text("has no text but running heads");
        return new ReadDocument(
                name(),
                text,
                PdfMetadata.of(pdf, body.title(), firstPage(heads.pages()), firstPage(pages), budget),
                builder.parts(),
                ranges(text, body.pageStarts(), heads),
                notes.all());
    }

    private static List<PdfPage> pages(PDDocument pdf, Budget budget, Notes notes) throws IOException {
        PdfGlyphs glyphs = new PdfGlyphs(budget);
        List<PdfPage> pages = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            budget.checkTime();
            budget.requirePages(pages.size() + 1);
            int index = pages.size();
            float height = Math.max(
                    1,
                    page.getRotation() % 180 == 0
                            ? page.getCropBox().getHeight()
                            : page.getCropBox().getWidth());
            List<PdfLine> lines = List.of();
            try {
                lines = PdfColumns.lines(glyphs.of(page), index);
            } catch (IOException e) {
                notes.add(What.UNREADABLE, "page " + (index + 1));
            }
            pages.add(new PdfPage(index, height, lines));
        }
        return pages;
    }

    private static String firstPage(List<PdfPage> pages) {
        StringBuilder words = new StringBuilder();
        pages.getFirst().lines().forEach(line -> words.append(line.plain()).append('\n'));
        return words.toString();
    }

    private static List<PageRange> ranges(NormalisedText text, int[] starts, PdfRunningHeads heads) {
        List<PageRange> ranges = new ArrayList<>();
        int next = text.codePointLength();
        int end = next;
        for (int page = starts.length - 1; page >= 0; page--) {
            if (starts[page] >= 0 && starts[page] <= next) {
                next = starts[page];
            }
            ranges.add(new PageRange(heads.label(page), trimmed(text, next, end)));
            end = next;
        }
        return ranges.reversed();
    }

    private static Span trimmed(NormalisedText text, int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(text.value().charAt(text.charIndex(to) - 1))) {
            to--;
        }
        return new Span(start, to);
    }
}
