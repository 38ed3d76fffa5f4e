// The bytes of one file and the name it goes by.
package org.quoin.intake.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ProblemException;
import org.quoin.model.Sha256;

/// What it says never changes; the bytes are not copied, so whoever made it must not change them.
public final class Source {
    private static final int HEAD_BYTES = 1 << 16;

    private final String name;
    private final byte[] bytes;
    private final String head;

    /// Worked out once: every record of an export asks for it.
    private @Nullable String sha256;

    private Source(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.head = headOf(bytes);
    }

    /// @param name what error messages call the file; the end of it may hint at its format where the content
    ///     does not tell
    public static Source of(String name, byte[] bytes) {
        return new Source(name, bytes);
    }

    /// Reads a file, having looked at its size first: what a packed file says of its size is not believed.
    ///
    /// @throws ProblemException ([Problem.LimitReached]) when it is larger than the limits allow
    public static Source of(String name, Path file, ReadLimits limits) throws IOException {
        limits.requireSize(name, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 8));
            limits.requireSize(name, bytes.length);
            return new Source(name, bytes);
        }
    }

    public String name() {
        return name;
    }

    /// The last part of the name.
    public String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// Digest of the bytes, 64 lower-case hexadecimal digits.
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = Sha256.hex(bytes);
            sha256 = known;
        }
        return known;
    }

    public int size() {
        return bytes.length;
    }

    /// The whole file as characters: UTF-8, or UTF-16 by its byte order mark, or else what the bytes look most
    /// like, with a note. Without a byte order mark.
    ///
    /// @throws ProblemException ([Problem.Invalid]) for bytes that no encoding explains
    public String text(Notes notes) {
        String text = Encodings.decode(this, notes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// All of them, not copied.
    public byte[] bytes() {
        return bytes;
    }

    /// The first 64 KiB, a character a byte, without a byte order mark and without the zero bytes of UTF-16:
    /// enough to see markup by.
    public String head() {
        return head;
    }

    /// @param ending in lower case; the name's case does not matter
    public boolean nameEndsWith(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// Whether the first bytes are these characters, a byte each.
    public boolean startsWith(String asciiBytes) {
        return at(0, asciiBytes);
    }

    /// Whether these bytes stand in the last 64 KiB.
    public boolean endHas(String asciiBytes) {
        for (int i = bytes.length - asciiBytes.length(); i >= Math.max(0, bytes.length - HEAD_BYTES); i--) {
            if (at(i, asciiBytes)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(int offset, String asciiBytes) {
        if (bytes.length < offset + asciiBytes.length()) {
            return false;
        }
        for (int i = 0; i < asciiBytes.length(); i++) {
            if ((bytes[offset + i] & 0xFF) != asciiBytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String headOf(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            return start.substring(3);
        }
        if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
            return start.substring(2).replace("\0", "");
        }
        // UTF-16 without a mark, as XML allows it.
        return start.startsWith("<\0") || start.startsWith("\0<") ? start.replace("\0", "") : start;
    }
}
