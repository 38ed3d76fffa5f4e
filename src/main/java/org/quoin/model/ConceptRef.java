// A concept of one of the ontology's schemes, named by scheme and key: `setting/rural`, `country/GB`.
package org.quoin.model;

import java.util.regex.Pattern;

/// @param scheme name of the scheme, for example `setting`
/// @param key the concept's key there, for example `rural`
public record ConceptRef(String scheme, String key) implements Comparable<ConceptRef> {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");

    public ConceptRef {
        if (!PART.matcher(scheme).matches() || !PART.matcher(key).matches()) {
            throw Problem.invalid(
                    "«" + scheme + "/" + key + "» is not of the form SCHEME/KEY, for example setting/rural");
        }
    }

    /// Reads `SCHEME/KEY`.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when it has another form
    public static ConceptRef parse(String schemeSlashKey) {
        int slash = schemeSlashKey.indexOf('/');
        if (slash < 0) {
            throw Problem.invalid("«" + schemeSlashKey + "» is not of the form SCHEME/KEY, for example setting/rural");
        }
        return new ConceptRef(schemeSlashKey.substring(0, slash), schemeSlashKey.substring(slash + 1));
    }

    @Override
    public int compareTo(ConceptRef other) {
        int byScheme = scheme.compareTo(other.scheme);
        return byScheme != 0 ? byScheme : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return scheme + "/" + key;
    }
}
