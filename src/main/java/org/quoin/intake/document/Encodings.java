// Finding out how the bytes of a text file are to be read as characters.
package org.quoin.intake.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;

public final class Encodings {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// What ICU must be surer than, of 100, to be believed against the encoding most old files are in.
    private static final int SURE = 40;

    /// Encodings that differ from it in nearly every letter, so that statistics can tell them.
    private static final Set<String> TELLABLE = Set.of(
            "GB18030",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "Big5",
            "windows-1251",
            "KOI8-R",
            "ISO-8859-5",
            "ISO-8859-7",
            "windows-1253",
            "ISO-8859-6",
            "windows-1256",
            "ISO-8859-8",
            "windows-1255");

    private Encodings() {}

    /// UTF-8, or UTF-16 by its byte order mark; otherwise what ICU finds, at last Windows-1252, with a note.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) for bytes that no encoding explains
    public static String decode(Source source, Notes notes) {
        byte[] bytes = source.bytes();
        if (source.startsWith("\u00FE\u00FF") || source.startsWith("\u00FF\u00FE")) {
            return require(source, decoded(bytes, StandardCharsets.UTF_16), "UTF-16");
        }
        String utf8 = decoded(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        Charset charset = detected(bytes).orElse(WINDOWS_1252);
        notes.add(What.ENCODING, charset.name());
        return require(source, decoded(bytes, charset), "UTF-8, nor " + charset.name());
    }

    /// As [#decode(Source, Notes)], but first as the file itself says.
    static String decode(Source source, @Nullable String declared, Notes notes) {
        if (declared != null && Charset.isSupported(declared)) {
            // What calls itself Latin-1 is Windows-1252 to every browser.
            Charset charset = declared.equalsIgnoreCase("ISO-8859-1") ? WINDOWS_1252 : Charset.forName(declared);
            String decoded = decoded(source.bytes(), charset);
            if (decoded != null) {
                return decoded;
            }
        }
        return decode(source, notes);
    }

    private static String require(Source source, @Nullable String decoded, String encoding) {
        if (decoded == null) {
            throw Problem.invalid(source.name() + " is not " + encoding + ". Save it as UTF-8.");
        }
        return decoded;
    }

    private static Optional<Charset> detected(byte[] bytes) {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        return match != null && match.getConfidence() > SURE && TELLABLE.contains(match.getName())
                ? Optional.of(Charset.forName(match.getName()))
                : Optional.empty();
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
