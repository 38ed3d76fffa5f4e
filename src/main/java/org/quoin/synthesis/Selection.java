// The evidence that a filter lets through.
package org.quoin.synthesis;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quoin.model.ConceptRef;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparisonBase.KnownAbsence;

/// As for a search: values of one dimension are alternatives, dimensions narrow one another, a broader concept
/// takes in its narrower ones. What a study's context statements give counts for all of its papers.
///
/// @param items numbers of the items
/// @param absences those of the studies it lets through
record Selection(BitSet items, List<KnownAbsence> absences) {
    /// More dimensions than this are not narrowed by in one question: there are fewer schemes.
    private static final int MOST_SCHEMES = Long.SIZE;

    static Selection of(ComparisonBase base, SearchFilter filter) {
        var concepts = new ConceptFilter(base, filter.concepts());
        BitSet studies = new BitSet();
        var granted = new long[base.studies().size()];
        for (int study = 0; study < granted.length; study++) {
            ComparedStudy its = base.studies().get(study);
            if ((filter.studies().isEmpty() || filter.studies().contains(its.id()))
                    && its.papers().stream().anyMatch(paper -> isOf(filter.years(), paper))
                    && (filter.fictional() == null || filter.fictional() == its.fictional())) {
                studies.set(study);
                granted[study] = concepts.granted(base.studyConcepts(), study);
            }
        }
        BitSet items = new BitSet();
        for (int item = 0; item < base.items(); item++) {
            int study = base.study(item);
            Claim claim = base.claim(item);
            if (studies.get(study)
                    && (filter.years().isEmpty() || isOf(filter.years(), base.paper(claim.paper())))
                    && (filter.kinds().isEmpty() || filter.kinds().contains(claim.kind()))
                    && (filter.states().isEmpty() || filter.states().contains(claim.state()))
                    && (filter.voices().isEmpty() || speaks(claim, filter.voices()))
                    && (concepts.all == 0
                            || (granted[study] | concepts.granted(base.itemConcepts(), item)) == concepts.all)) {
                items.set(item);
            }
        }
        return new Selection(
                items,
                base.absences().stream()
                        .filter(absence -> studies.get(absence.study())
                                && (granted[absence.study()] | concepts.granted(absence.concept())) == concepts.all)
                        .toList());
    }

    private static boolean isOf(Collection<Integer> years, ComparedPaper paper) {
        Integer year = paper.year();
        return years.isEmpty() || (year != null && years.contains(year));
    }

    private static boolean speaks(Claim claim, Collection<String> voices) {
        for (Words quote : claim.quotes()) {
            if (voices.contains(quote.voice())) {
                return true;
            }
        }
        return false;
    }

    /// One bit a scheme that is narrowed by.
    private static final class ConceptFilter {
        private final long[] bits;
        private final long all;

        ConceptFilter(ComparisonBase base, Collection<ConceptRef> asked) {
            ConceptTable table = base.concepts();
            Map<String, Integer> schemes = new HashMap<>();
            asked.forEach(ref -> schemes.putIfAbsent(ref.scheme(), schemes.size()));
            if (schemes.size() > MOST_SCHEMES) {
                throw new IllegalArgumentException("a filter by " + schemes.size() + " schemes");
            }
            bits = new long[table.size()];
            for (int number = 0; number < bits.length; number++) {
                if (asked.contains(table.concept(number).ref())) {
                    bits[number] |= 1L
                            << schemes.getOrDefault(table.concept(number).ref().scheme(), 0);
                }
                for (int above : table.above(number)) {
                    ConceptRef ref = table.concept(above).ref();
                    if (asked.contains(ref)) {
                        bits[number] |= 1L << schemes.getOrDefault(ref.scheme(), 0);
                    }
                }
            }
            all = schemes.isEmpty() ? 0 : -1L >>> (MOST_SCHEMES - schemes.size());
        }

        long granted(int concept) {
            return bits[concept];
        }

        long granted(Rows rows, int row) {
            long granted = 0;
            for (int at = rows.start(row); at < rows.end(row); at++) {
                granted |= bits[rows.at(at)];
            }
            return granted;
        }
    }
}
