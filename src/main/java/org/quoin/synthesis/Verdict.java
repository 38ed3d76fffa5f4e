// Whether a base has evidence on a question, and why it is thought so.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.search.QuestionFit;
import org.quoin.search.QuestionFit.AskedWord;
import org.quoin.search.QuestionFit.ItemFit;

/// How far an item speaks of a question is one number, its closeness: the cosine of their meanings plus a share
/// of how many of the question's words it holds, the rarer the more. Where the closest item is too far away,
/// the base has no evidence. The constants were chosen on one half of the questions of docs/asking.md and are
/// reported on the other.
///
/// @param answered whether there is evidence
/// @param closest closeness of the closest item that the filters let through; 0 when they let none through
/// @param closestOfAll the same of the whole base
/// @param needed closeness from which on there is evidence
/// @param unknown words of the question that nothing in the base holds
/// @param uncoded words that papers hold, and no evidence coded in them
/// @param note why meanings were not compared, or null when they were
public record Verdict(
        boolean answered,
        double closest,
        double closestOfAll,
        double needed,
        List<String> unknown,
        List<String> uncoded,
        @Nullable String note) {
    /// What a question's words count beside its meaning.
    static final double WORDS_SHARE = 0.3;

    static final double NEEDED = 0.62;

    /// Without meanings: the share of the question's words, each by how rare it is.
    static final double NEEDED_OF_WORDS = 0.3;

    /// How much farther than the closest item the best item of a study may be, for the study to speak to the
    /// question.
    static final double STUDY_SLACK = 0.3;

    /// Closeness that no study which speaks to a question is without.
    private static final double LEAST_OF_STUDY = 0.45;

    public Verdict {
        unknown = List.copyOf(unknown);
        uncoded = List.copyOf(uncoded);
    }

    static Verdict of(QuestionFit fit, double closest, double closestOfAll) {
        double needed = needed(fit);
        return new Verdict(
                closest >= needed,
                closest,
                closestOfAll,
                needed,
                fit.words().stream()
                        .filter(word -> word.items() == 0 && word.passages() == 0)
                        .map(AskedWord::typed)
                        .toList(),
                fit.words().stream()
                        .filter(word -> word.items() == 0 && word.passages() > 0)
                        .map(AskedWord::typed)
                        .toList(),
                fit.note());
    }

    /// Closeness from which on there is evidence.
    public static double needed(QuestionFit fit) {
        return fit.note() == null ? NEEDED : NEEDED_OF_WORDS;
    }

    /// How far an item speaks of the question.
    public static double closeness(ItemFit item) {
        Double similarity = item.similarity();
        return similarity == null ? item.coverage() : similarity + WORDS_SHARE * item.coverage();
    }

    /// Closeness of the closest item of the whole base; 0 when it has none.
    public static double closest(QuestionFit fit) {
        return fit.items().stream().mapToDouble(Verdict::closeness).max().orElse(0);
    }

    /// From which closeness on a study speaks to the question.
    double neededOfStudy() {
        return note == null ? Math.max(LEAST_OF_STUDY, closest - STUDY_SLACK) : closest / 2;
    }

    /// In fixed phrases: what is so, then what is to be known beside it.
    public List<String> inWords() {
        var words = new ArrayList<String>();
        if (!answered) {
            words.add(
                    closestOfAll >= needed
                            ? "The base has no evidence on this within the filters; without them it has."
                            : "The base has no evidence on this.");
        }
        if (!unknown.isEmpty()) {
            words.add("Nothing in the base speaks of " + quoted(unknown) + ".");
        }
        // Evidence that answers in other words needs no such warning: “join up” is “integrate”.
        if (!answered && !uncoded.isEmpty()) {
            words.add(
                    "No evidence speaks of " + quoted(uncoded) + "; papers in the base do, in words nobody has coded.");
        }
        if (note != null) {
            words.add("Decided by words alone: " + note + ".");
        }
        return List.copyOf(words);
    }

    /// How it was decided, in a fixed phrase.
    public String decidedInWords() {
        return note == null
                ? ("The closest evidence has a closeness of %.2f to the question; from %.2f on the base has evidence."
                                + " Closeness is the likeness of meaning (from 0 to 1, by two language models) plus %.1f"
                                + " times the share of the question’s words that the evidence holds, rare words counting"
                                + " more.")
                        .formatted(closest, needed, WORDS_SHARE)
                : ("The closest evidence holds %.2f of the question’s words, rare words counting more; from %.2f on the"
                                + " base has evidence.")
                        .formatted(closest, needed);
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    }
}
