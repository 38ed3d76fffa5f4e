// The characters that XML files name by entities (`&alpha;`, `&plus;`) and that their DTDs would declare.
package org.quoin.intake.document;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/// The entity sets of JATS, NLM and Elsevier DTDs are ISO 8879 and ISO 9573-13. HTML took their names over, so
/// its list, which jsoup carries, has them all but the letters of ISO's Greek text set.
final class NamedCharacters {
    private static final Set<String> PREDEFINED = Set.of("lt", "gt", "amp", "quot", "apos");
    private static final int LONGEST_NAME = 40;

    /// ISO 9573-13 isogrk1.
    private static final Map<String, String> GREEK = greek();

    static {
        // jsoup finds the names of two characters (a relation with a stroke through it) only once its list is
        // loaded, and loads it when it is first asked for a name; that first answer may lack the second
        // character.
        if (!Entities.isNamedEntity("alpha")) {
            throw new IllegalStateException("jsoup's list of named characters lacks alpha");
        }
    }

    private NamedCharacters() {}

    /// Declarations of the known ones among the names that a file uses.
    static String declarations(Source source) {
        StringBuilder declarations = new StringBuilder();
        for (String name : used(source.bytes())) {
            String characters = GREEK.getOrDefault(name, Entities.getByName(name));
            if (!characters.isEmpty()) {
                declarations.append("<!ENTITY ").append(name).append(" \"");
                characters
                        .codePoints()
                        .forEach(c -> declarations.append("&#").append(c).append(';'));
                declarations.append("\">\n");
            }
        }
        return declarations.toString();
    }

    /// Whether the file itself declares an entity of this name.
    static boolean areDeclared(Source source, String name) {
        return source.head().matches("(?s).*<!ENTITY\\s+" + Pattern.quote(name) + "\\s.*");
    }

    /// Names between `&` and `;`. Every encoding that matters here writes them as ASCII, UTF-16 with zero bytes
    /// between, which are passed over.
    private static Set<String> used(byte[] bytes) {
        Set<String> names = new TreeSet<>();
        byte[] name = new byte[LONGEST_NAME];
        int length = -1;
        for (byte b : bytes) {
            if (b == '&') {
                length = 0;
            } else if (length >= 0 && b != 0) {
                if (b == ';' && length > 0) {
                    names.add(new String(name, 0, length, StandardCharsets.US_ASCII));
                    length = -1;
                } else if (length < LONGEST_NAME && isNameByte(b, length)) {
                    name[length++] = b;
                } else {
                    length = -1;
                }
            }
        }
        names.removeAll(PREDEFINED);
        return names;
    }

    private static boolean isNameByte(byte b, int index) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (index > 0 && (b == '.' || (b >= '0' && b <= '9')));
    }

    private static Map<String, String> greek() {
        Map<String, String> greek = new HashMap<>();
        String names = "a b g d e z ee th i k l m n x o p r sf s t u ph kh ps oh";
        int letter = 'α';
        for (String name : names.split(" ", -1)) {
            greek.put(name + "gr", Character.toString(letter));
            if (!name.equals("sf")) {
                greek.put(name.toUpperCase(Locale.ROOT) + "gr", Character.toString(letter - 0x20));
            }
            letter++;
        }
        return Map.copyOf(greek);
    }
}
