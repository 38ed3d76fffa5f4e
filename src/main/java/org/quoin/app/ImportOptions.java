// How files are imported.
package org.quoin.app;

/// @param again read files again that the base knows by their bytes: worth it when readers have become better
public record ImportOptions(boolean again) {
    /// Files that the base knows are left alone.
    public static final ImportOptions DEFAULT = new ImportOptions(false);
}
