// A version number of the ontology.
package org.quoin.ontology;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

record Version(int first, int second, int third) implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /// @throws IllegalArgumentException when it has not the form `1.2.3`
    static Version parse(String text) {
        Matcher numbers = FORM.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("«" + text + "» is no version of the form 1.2.3");
        }
        return new Version(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)));
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::first)
                .thenComparingInt(Version::second)
                .thenComparingInt(Version::third)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return first + "." + second + "." + third;
    }
}
