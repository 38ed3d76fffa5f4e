// The file that a text was read from.
package org.quoin.model;

/// @param name without folders
/// @param sha256 digest of its bytes, 64 lower-case hexadecimal digits
public record SourceFile(String name, String sha256) {}
