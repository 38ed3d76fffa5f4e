// SHA-256, by which texts and files are known (NIST FIPS 180-4).
package org.quoin.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

public final class Sha256 {
    private Sha256() {}

    /// @return 32 bytes
    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// @return 64 lower-case hexadecimal digits
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /// The digest of the words in UTF-8.
    ///
    /// @return 64 lower-case hexadecimal digits
    public static String hex(String words) {
        return hex(words.getBytes(StandardCharsets.UTF_8));
    }
}
