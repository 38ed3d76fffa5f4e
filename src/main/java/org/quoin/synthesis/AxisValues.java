// Where each item stands on an axis.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.graph.Vocabulary.KindInfo;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.model.Problem;
import org.quoin.synthesis.ComparisonBase.KnownAbsence;
import org.quoin.synthesis.Matrix.Heading;

/// Made once for a state of the base. The values are numbered in the order of the axis: studies by id, kinds as
/// the ontology orders them, concepts by label.
final class AxisValues {
    private final Axis axis;
    private final List<Heading> headings;
    private final Map<String, Integer> numbers = new HashMap<>();
    /// Values of an item, those that broader concepts give it among them.
    private final Rows ofItem;
    /// Values that an item, or its study, was coded with.
    private final Rows coded;
    /// Values that a study gives to all that is claimed in it.
    private final Rows ofStudy;
    /// Number of the value that a concept is, or -1.
    private final int[] valueOfConcept;

    private AxisValues(Axis axis, List<Heading> headings, Rows ofItem, Rows coded, Rows ofStudy, int[] valueOfConcept) {
        this.axis = axis;
        this.headings = headings;
        this.ofItem = ofItem;
        this.coded = coded;
        this.ofStudy = ofStudy;
        this.valueOfConcept = valueOfConcept;
        for (int i = 0; i < headings.size(); i++) {
            numbers.put(headings.get(i).key(), i);
        }
    }

    static AxisValues of(ComparisonBase base, Axis axis) {
        return switch (axis) {
            case Axis.Plain plain -> plain(base, plain);
            case Axis.Concepts concepts -> concepts(base, concepts);
        };
    }

    private static AxisValues plain(ComparisonBase base, Axis.Plain axis) {
        List<Heading> headings = switch (axis) {
            case STUDY ->
                base.studies().stream()
                        .map(study -> heading(study.id().value(), study.label(), ""))
                        .toList();
            case KIND ->
                base.vocabulary().kinds().stream().map(AxisValues::heading).toList();
            case VOICE -> inScheme(base, "voice");
            case STATE -> inScheme(base, "curation-state");
        };
        Map<String, Integer> numbers = new HashMap<>();
        headings.forEach(heading -> numbers.put(heading.key(), numbers.size()));
        var rows = new Rows.Builder();
        for (int item = 0; item < base.items(); item++) {
            Claim claim = base.claim(item);
            switch (axis) {
                case STUDY -> rows.add(base.study(item));
                case KIND -> rows.add(numbers.getOrDefault(claim.kind().key(), 0));
                case VOICE -> claim.quotes().forEach(quote -> rows.add(numbers.getOrDefault(quote.voice(), 0)));
                case STATE -> rows.add(numbers.getOrDefault(claim.state(), 0));
            }
            rows.endRow();
        }
        Rows values = rows.build();
        var ofStudies = new Rows.Builder();
        for (int study = 0; study < base.studies().size(); study++) {
            if (axis == Axis.Plain.STUDY) {
                ofStudies.add(study);
            }
            ofStudies.endRow();
        }
        var none = new int[base.concepts().size()];
        Arrays.fill(none, -1);
        return new AxisValues(axis, headings, values, values, ofStudies.build(), none);
    }

    private static List<Heading> inScheme(ComparisonBase base, String name) {
        Scheme scheme = base.vocabulary().schemes().get(name);
        return scheme == null
                ? List.of()
                : scheme.concepts().stream().map(AxisValues::heading).toList();
    }

    private static AxisValues concepts(ComparisonBase base, Axis.Concepts axis) {
        ConceptTable table = base.concepts();
        var headings = new ArrayList<Heading>();
        var values = new int[table.size()];
        for (int number = 0; number < values.length; number++) {
            Concept concept = table.concept(number);
            boolean here = concept.ref().scheme().equals(axis.scheme())
                    && (axis.depth() == 0 || axis.depth() == table.depth(number));
            values[number] = here ? headings.size() : -1;
            if (here) {
                String above = concept.broader().stream()
                        .flatMap(ref -> base.vocabulary().concept(ref).stream())
                        .map(Concept::label)
                        .collect(Collectors.joining(", "));
                headings.add(new Heading(
                        concept.ref().key(),
                        concept.label(),
                        above,
                        concept.definition() == null ? "" : concept.definition(),
                        false));
            }
        }
        var ofStudies = new Rows.Builder();
        for (int study = 0; study < base.studies().size(); study++) {
            add(base.studyConcepts(), study, table, values, true, ofStudies);
            ofStudies.endRow();
        }
        var all = new Rows.Builder();
        var coded = new Rows.Builder();
        boolean asCoded = axis.depth() == 0;
        for (int item = 0; item < base.items(); item++) {
            int study = base.study(item);
            add(base.itemConcepts(), item, table, values, true, all);
            add(base.studyConcepts(), study, table, values, true, all);
            all.endRow();
            add(base.itemConcepts(), item, table, values, !asCoded, coded);
            add(base.studyConcepts(), study, table, values, !asCoded, coded);
            coded.endRow();
        }
        return new AxisValues(axis, headings, all.build(), coded.build(), ofStudies.build(), values);
    }

    private static void add(Rows from, int row, ConceptTable table, int[] values, boolean broader, Rows.Builder to) {
        for (int at = from.start(row); at < from.end(row); at++) {
            int number = from.at(at);
            if (values[number] >= 0) {
                to.add(values[number]);
            }
            if (broader) {
                for (int above : table.above(number)) {
                    if (values[above] >= 0) {
                        to.add(values[above]);
                    }
                }
            }
        }
    }

    private static Heading heading(KindInfo kind) {
        return heading(kind.kind().key(), kind.pluralLabel(), kind.definition());
    }

    private static Heading heading(Concept concept) {
        return heading(concept.ref().key(), concept.label(), concept.definition() == null ? "" : concept.definition());
    }

    private static Heading heading(String key, String label, String definition) {
        return new Heading(key, label, "", definition, false);
    }

    Axis axis() {
        return axis;
    }

    int size() {
        return headings.size();
    }

    Heading heading(int value) {
        return headings.get(value);
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when the axis has no such value
    int number(String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw Problem.invalid("there is no «" + key + "» on the axis " + axis + " of this matrix");
        }
        return number;
    }

    Rows ofItem() {
        return ofItem;
    }

    /// The values that a selection has something to show for.
    BitSet occurring(Selection selection) {
        BitSet found = new BitSet();
        BitSet items = selection.items();
        for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
            for (int at = coded.start(item); at < coded.end(item); at++) {
                found.set(coded.at(at));
            }
        }
        return found;
    }

    /// The values at which an absence stands: that of what was sought, when this axis tells such things apart,
    /// else those of the study it was sought in.
    int[] of(KnownAbsence absence, boolean bySought) {
        if (bySought) {
            return new int[] {valueOfConcept[absence.concept()]};
        }
        var values = new int[ofStudy.end(absence.study()) - ofStudy.start(absence.study())];
        for (int i = 0; i < values.length; i++) {
            values[i] = ofStudy.at(ofStudy.start(absence.study()) + i);
        }
        return values;
    }

    /// Whether this axis tells apart such things as were sought.
    boolean tells(KnownAbsence absence) {
        return valueOfConcept[absence.concept()] >= 0;
    }
}
