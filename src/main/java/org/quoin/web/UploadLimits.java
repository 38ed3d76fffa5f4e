// How much may be uploaded.
package org.quoin.web;

/// @param fileBytes longest file, in bytes
/// @param requestBytes all files of one upload together, in bytes
/// @param files most files of one upload, up to 900; an archive is one
/// @param waiting most uploads that wait, or are being received, while another one is imported
public record UploadLimits(long fileBytes, long requestBytes, int files, int waiting) {
    /// 1 GiB, 2 GiB, 900 files, three uploads.
    public static final UploadLimits DEFAULT = new UploadLimits(1L << 30, 2L << 30, 900, 3);

    /// The parser of forms takes a thousand parts and does not let that be changed.
    private static final int MOST_FILES = 900;

    public UploadLimits {
        if (fileBytes < 1 || requestBytes < 1 || files < 1 || files > MOST_FILES || waiting < 0) {
            throw new IllegalArgumentException("limits are above zero, and files not above " + MOST_FILES);
        }
    }
}
