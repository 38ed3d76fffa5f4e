// Looks for compressed parts of a PDF that would fill the memory when they are unpacked.
package org.quoin.intake.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// PDFBox unpacks a part whole before anybody can count, some already when a file is opened. So each is
/// unpacked here first, counted and thrown away.
final class PdfStreams {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 4096;
    private static final int BUFFER = 1 << 16;
    private static final Pattern FILTER = Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*\\]|/[^\\s/<>\\[\\]]+)");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    /// Filters whose output may be a thousand times their input, in long and short form.
    private static final Pattern EXPANDING =
            Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])");

    private PdfStreams() {}

    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.LimitReached])
    static void requireModest(byte[] bytes, Budget budget) {
        long most = budget.limits().bytes();
        byte[] buffer = new byte[BUFFER];
        for (int at = find(bytes, 0); at >= 0; at = find(bytes, at + STREAM.length)) {
            int start = at + STREAM.length;
            if (at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n' && bytes[at - 3] == 'e') {
                continue;
            }
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            String dictionary = dictionary(bytes, at);
            Matcher filter = FILTER.matcher(dictionary);
            if (filter.find() && EXPANDING.matcher(filter.group(1)).results().count() > 1) {
                throw budget.reached("packs a part of it more than once over");
            }
            if (inflates(bytes, start, most, buffer, budget)) {
                throw budget.reached("has a part that unpacks to more than %,d bytes".formatted(most));
            }
        }
    }

    private static boolean inflates(byte[] bytes, int start, long most, byte[] buffer, Budget budget) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            long total = 0;
            while (!inflater.finished() && total <= most) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                total += count;
                budget.checkTime();
            }
            return total > most;
        } catch (DataFormatException e) {
            // Not packed that way, or damaged there: then it unpacks to no more than it has until now.
            return false;
        } finally {
            inflater.end();
        }
    }

    private static String dictionary(byte[] bytes, int end) {
        int from = Math.max(0, end - DICTIONARY);
        String before = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        String own = before.substring(Math.max(0, before.lastIndexOf("obj")));
        return ESCAPE.matcher(own)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static int find(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - STREAM.length; i++) {
            int k = 0;
            while (k < STREAM.length && bytes[i + k] == STREAM[k]) {
                k++;
            }
            if (k == STREAM.length) {
                return i;
            }
        }
        return -1;
    }
}
