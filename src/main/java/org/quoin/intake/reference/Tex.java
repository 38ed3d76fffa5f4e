// TeX markup inside the values of BibTeX: accents, named characters, commands that only say how words look.
package org.quoin.intake.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The words alone, as far as TeX can be read without running it. A command that is not known loses its
/// backslash and name where it has an argument in braces, whose words stay, and stays as it is otherwise.
/// Takes a time that grows with the value's length alone.
final class Tex {
    /// Combining characters by the accents that stand for them.
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030A"),
            Map.entry("H", "\u030B"),
            Map.entry("v", "\u030C"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"));

    private static final Map<String, String> CHARACTERS = characters();

    /// Commands without an argument that say how what follows looks.
    private static final Set<String> FORMATTING = Set.of(
            "it",
            "bf",
            "em",
            "rm",
            "sc",
            "sl",
            "sf",
            "tt",
            "itshape",
            "bfseries",
            "scshape",
            "rmfamily",
            "sffamily",
            "ttfamily",
            "normalfont",
            "small",
            "large",
            "displaystyle",
            "left",
            "right",
            "protect",
            "relax");

    /// Commands whose first argument is not shown.
    private static final Set<String> WITH_ADDRESS = Set.of("href", "textcolor", "color", "hspace", "vspace", "label");

    private final String value;
    private final StringBuilder words;
    private int at;
    private boolean inMath;

    private Tex(String value) {
        this.value = value;
        this.words = new StringBuilder(value.length());
    }

    static String plain(String value) {
        // Nothing else is TeX's own in a value.
        boolean none = value.chars().noneMatch(c -> "\\{}$~-`'".indexOf(c) >= 0);
        return none ? value : Markup.characters(new Tex(value).read());
    }

    /// A value that is no prose (a DOI, an address): only what must be escaped to stand in TeX is undone.
    static String verbatim(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length() && "_%&#$\\".indexOf(value.charAt(i + 1)) >= 0;
            if (!escape && c != '{' && c != '}') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private String read() {
        while (at < value.length()) {
            char c = value.charAt(at++);
            switch (c) {
                case '\\' -> command();
                case '{', '}' -> {}
                case '$' -> inMath = !inMath;
                case '~' -> words.append(' ');
                case '^', '_' -> {
                    if (!inMath) {
                        words.append(c);
                    }
                }
                case '-' -> ligature("---", "\u2014", "--", "\u2013", "-");
                case '`' -> ligature("``", "\u201C", "`", "`", "`");
                case '\'' -> ligature("''", "\u201D", "'", "'", "'");
                default -> words.append(c);
            }
        }
        return words.toString();
    }

    private void ligature(String longer, String forLonger, String shorter, String forShorter, String otherwise) {
        int start = at - 1;
        if (!inMath && value.startsWith(longer, start)) {
            at = start + longer.length();
            words.append(forLonger);
        } else if (!inMath && value.startsWith(shorter, start)) {
            at = start + shorter.length();
            words.append(forShorter);
        } else {
            words.append(otherwise);
        }
    }

    /// What follows a backslash.
    private void command() {
        if (at == value.length()) {
            words.append('\\');
            return;
        }
        int start = at;
        char first = value.charAt(at++);
        if (isLetter(first)) {
            while (at < value.length() && isLetter(value.charAt(at))) {
                at++;
            }
        }
        String name = value.substring(start, at);
        String character = CHARACTERS.get(name);
        String accent = ACCENTS.get(name);
        if (character != null) {
            words.append(character);
            endName(name);
        } else if (accent != null) {
            accented(accent);
        } else if (!isLetter(first)) {
            words.append(Character.isWhitespace(first) ? ' ' : first);
        } else if (opensGroup()) {
            if (WITH_ADDRESS.contains(name)) {
                passOverGroup();
            }
        } else if (FORMATTING.contains(name)) {
            endName(name);
        } else {
            words.append('\\').append(name);
        }
    }

    /// White space after a command of letters only ends its name.
    private void endName(String name) {
        if (isLetter(name.charAt(0))) {
            skipSpaces();
        }
    }

    /// Whether an argument follows.
    private boolean opensGroup() {
        int next = at;
        while (next < value.length() && value.charAt(next) == ' ') {
            next++;
        }
        return next < value.length() && value.charAt(next) == '{';
    }

    private void accented(String accent) {
        skipSpaces();
        if (at < value.length() && value.charAt(at) == '{') {
            at++;
            skipSpaces();
        }
        if (at >= value.length()) {
            return;
        }
        if (value.startsWith("\\i", at) || value.startsWith("\\j", at)) {
            words.append(value.charAt(at + 1));
            at += 2;
            if (value.startsWith("{}", at)) {
                at += 2;
            }
        } else if (value.charAt(at) == '\\' || value.charAt(at) == '}') {
            return;
        } else {
            int c = value.codePointAt(at);
            words.appendCodePoint(c);
            at += Character.charCount(c);
        }
        words.append(accent);
    }

    private void passOverGroup() {
        int close = value.indexOf('}', at);
        at = close < 0 ? value.length() : close + 1;
    }

    private void skipSpaces() {
        while (at < value.length() && value.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Map<String, String> characters() {
        Map<String, String> characters = new HashMap<>();
        String pairs = """
                ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ ng ŋ NG Ŋ dj đ DJ Đ
                & & % % $ $ # # _ _ { { } } textbackslash \\ textasciitilde ~ textasciicircum ^ textbraceleft {
                textbraceright } textless < textgreater > textbar | textunderscore _ textdollar $ lbrace { rbrace }
                textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
                textquotesingle ' textquotedbl " guillemotleft « guillemotright » quotedblbase „ ldots … dots …
                textellipsis … textbullet • textregistered ® textcopyright © copyright © texttrademark ™
                textdegree ° degree ° textmu µ pounds £ textsterling £ euro € texteuro € S § P ¶ dag † ddag ‡
                textexclamdown ¡ textquestiondown ¿ textordfeminine ª textordmasculine º textonehalf ½
                textonequarter ¼ textthreequarters ¾ times × pm ± mp ∓ div ÷ cdot · leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠
                approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈
                rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ prime ′ circ ∘ ast ∗ star ⋆ ell ℓ
                alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
                lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ
                omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω""";
        String[] words = pairs.split("\\s+", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            characters.put(words[i], words[i + 1]);
        }
        // Spaces, and places where a word may be divided.
        characters.putAll(Map.of(
                ",", " ", ";", " ", ":", " ", "!", "", "-", "", "/", "", "\\", " ", "quad", " ", "newline", " "));
        return Map.copyOf(characters);
    }
}
