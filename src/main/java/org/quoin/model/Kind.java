// The kind of an evidence item: the key of a class of the ontology (`enabler`, `theme`, `lesson`, ...).
package org.quoin.model;

/// Which keys exist, their labels and their order are said by the ontology, not by this type.
///
/// @param key the `quoin:key` of the class
public record Kind(String key) {
    public Kind {
        Slugs.require("kind", key);
    }

    @Override
    public String toString() {
        return key;
    }
}
