// How files are imported.
package org.quoin.app;

/// @param dryRun only say what would happen; nothing is written, so a file is judged as if those before it had
///     not come
/// @param again read files again that the base knows by their bytes: worth it when readers have become better
public record ImportOptions(boolean again, boolean dryRun) {
    /// Files that the base knows are left alone.
    public static final ImportOptions DEFAULT = new ImportOptions(false, false);
}
