// White space inside a block.
package org.quoin.intake.document;

public final class Words {
    private Words() {}

    /// Runs of blanks and line ends as one space, none at the ends. Other spaces (no-break, thin) stay as they
    /// are; words that are nothing but spaces of any kind are none.
    public static String collapsed(CharSequence words) {
        StringBuilder collapsed = new StringBuilder(words.length());
        boolean space = false;
        boolean visible = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                space = !collapsed.isEmpty();
            } else {
                if (space) {
                    collapsed.append(' ');
                    space = false;
                }
                collapsed.append(c);
                visible |= !Character.isSpaceChar(c);
            }
        }
        return visible ? collapsed.toString() : "";
    }
}
