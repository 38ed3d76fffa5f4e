// A concept as it is shown: a word that leads to all evidence that carries it.
package org.quoin.web.page;

/// @param label its name
/// @param scheme what sort of concept it is, for people
/// @param definition what it means; empty when nothing says so
/// @param url a search for it
public record Tag(String label, String scheme, String definition, String url) {}
