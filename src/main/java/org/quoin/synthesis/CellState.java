// What can be said of a cell of a matrix.
package org.quoin.synthesis;

import java.util.Locale;

/// There is no blank: a cell without evidence says whether anybody looked.
public enum CellState {
    /// Studies claim something here, and nothing known speaks against it.
    FOUND("found", "There is evidence, and no contradiction in it."),
    /// One study names the same factor as a help and as a hindrance.
    CONTRADICTED_WITHIN("contradicted within a study", "A study names the same factor as a help and as a hindrance."),
    /// A factor helps in one study and hinders in another, or a person recorded that claims contradict.
    CONTRADICTED_BETWEEN(
            "contradicted between studies",
            "A factor helps in one study and hinders in another, or a reviewer recorded that a claim here and one of"
                    + " another study contradict each other."),
    CONTRADICTED_WITHIN_AND_BETWEEN("contradicted within and between studies", "Both kinds of contradiction."),
    /// No claim; a text says, or shows, that the study looked for it in vain.
    ABSENT("looked for and absent", "No claim; a record says that the study looked for it and did not find it."),
    /// No claim; a record says that a text was read for it and is silent.
    NOT_REPORTED("not reported", "No claim; a record says that the text was read for it and says nothing of it."),
    /// No claim and no record: whether the texts are silent or nobody has read them for it is not known.
    NOT_CODED("not coded", "No claim and no record: whether the papers are silent or nobody has looked is not known.");

    private final String label;
    private final String meaning;

    CellState(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /// For people.
    public String label() {
        return label;
    }

    /// A sentence.
    public String meaning() {
        return meaning;
    }

    /// For programs: `contradicted-between`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether there is evidence.
    public boolean hasEvidence() {
        return switch (this) {
            case FOUND, CONTRADICTED_WITHIN, CONTRADICTED_BETWEEN, CONTRADICTED_WITHIN_AND_BETWEEN -> true;
            case ABSENT, NOT_REPORTED, NOT_CODED -> false;
        };
    }

    /// Whether something speaks against something.
    public boolean isContradicted() {
        return hasEvidence() && this != FOUND;
    }
}
