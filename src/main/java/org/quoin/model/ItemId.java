// The identifier of an evidence item: its paper and a name that is unique there.
package org.quoin.model;

/// @param value `paper/local`, both slugs; for example
///     `integrated-care-rural-uk/enabler-a-clear-shared-vision-3f2a9c`
public record ItemId(String value) implements Comparable<ItemId> {
    public ItemId {
        int slash = value.indexOf('/');
        if (slash < 0) {
            throw Problem.invalid("evidence id «" + value + "» must have the form PAPER/NAME");
        }
        Slugs.require("paper part of evidence id", value.substring(0, slash));
        Slugs.require("name part of evidence id", value.substring(slash + 1));
    }

    public ItemId(PaperId paper, String local) {
        this(paper.value() + "/" + local);
    }

    public PaperId paper() {
        return new PaperId(value.substring(0, value.indexOf('/')));
    }

    /// The part after the paper's id.
    public String local() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
