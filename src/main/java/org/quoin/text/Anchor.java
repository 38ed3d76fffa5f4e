// Finding the place of a quote in a text, with certainty or not at all.
package org.quoin.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.Span;

/// Make one for a text and use it for all its quotes: what it prepares of the text is prepared once. A search
/// takes time linear in the length of the text. Any number of threads may use one.
///
/// Words that would begin or end inside a grapheme cluster do not stand there: an `e` is not found in an `é`,
/// nor one person in the emoji of a family.
public final class Anchor {
    /// How many places an [Anchoring.Ambiguous] lists at most.
    public static final int MAX_PLACES = 100;

    /// How many words at the beginning or end of a lost quote make a hint of where it was meant to be.
    private static final int HINT_WORDS = 5;

    private final NormalisedText text;

    /// Made when first needed: most quotes are found without it.
    private volatile @Nullable FoldedText folded;

    public Anchor(NormalisedText text) {
        this.text = text;
    }

    /// Looks for a quote. Accents written as one character or two are the same (NFC), as are the kinds of line
    /// end.
    ///
    /// Context is compared with white space, quotation marks and dashes folded, and a space at the join may be
    /// missing. It decides between places; it never makes up for words that differ.
    public Anchoring find(QuoteSelector wanted) {
        Context context = Context.of(wanted);
        String exact = NormalisedText.comparable(wanted.exact());
        Matches asWritten = exactMatches(exact, context);
        if (!asWritten.fitting.isEmpty()) {
            return asWritten.fitting.size() == 1
                    ? new Anchoring.Exact(asWritten.fitting.getFirst())
                    : ambiguous(asWritten.fitting);
        }
        String foldedExact = FoldedText.fold(exact);
        Matches varied = foldedMatches(foldedExact, context);
        return switch (varied.fitting.size()) {
            case 0 -> lost(foldedExact, context, varied);
            case 1 -> moved(exact, varied.fitting.getFirst());
            default -> ambiguous(varied.fitting);
        };
    }

    /// A place with the text around it: on each side at most [Quotation#CONTEXT_LENGTH] code points, fewer
    /// where the cut would split a grapheme cluster.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when the range reaches beyond the text
    public Anchoring.Place context(Span span) {
        text.requireInside(span);
        int start = Math.max(0, span.start() - Quotation.CONTEXT_LENGTH);
        while (start < span.start() && !text.isBoundary(start)) {
            start++;
        }
        int end = Math.min(text.codePointLength(), span.end() + Quotation.CONTEXT_LENGTH);
        while (end > span.end() && !text.isBoundary(end)) {
            end--;
        }
        return new Anchoring.Place(
                span, text.slice(new Span(start, span.start())), text.slice(new Span(span.end(), end)));
    }

    /// The quotation of the words at a place.
    ///
    /// @param voice key of the `voice` scheme: who speaks
    /// @throws ProblemException ([Problem.Invalid]) when the range is empty, reaches beyond the text or begins
    ///     or ends inside a grapheme cluster
    public Quotation quotation(PaperId paper, Span span, String voice) {
        Anchoring.Place place = context(span);
        if (span.length() == 0) {
            throw Problem.invalid("the range " + span.start() + "-" + span.end() + " is empty: a quote has words");
        }
        if (!text.isBoundary(span.start()) || !text.isBoundary(span.end())) {
            throw Problem.invalid("the range " + span.start() + "-" + span.end()
                    + " begins or ends inside a character that is written as several code points");
        }
        return new Quotation(paper, text.sha256(), span, text.slice(span), place.before(), place.after(), voice);
    }

    private Matches exactMatches(String exact, Context context) {
        Matches matches = new Matches();
        for (int start : Occurrences.of(exact, text.value())) {
            matches.add(start, start + exact.length(), context);
        }
        return matches;
    }

    private Matches foldedMatches(String foldedExact, Context context) {
        FoldedText foldedText = folded();
        Matches matches = new Matches();
        for (int first : Occurrences.of(foldedExact, foldedText.value())) {
            int last = first + foldedExact.length() - 1;
            // Neither end is white space, so each is exactly one char of the text.
            matches.add(foldedText.origin(first), foldedText.origin(last) + 1, context);
        }
        return matches;
    }

    private Anchoring.Ambiguous ambiguous(List<Span> spans) {
        return new Anchoring.Ambiguous(spans.stream().map(this::context).toList());
    }

    private Anchoring.Moved moved(String exact, Span span) {
        String found = text.slice(span);
        String differing = Stream.of(Variation.values())
                .filter(variation -> {
                    EnumSet<Variation> others = EnumSet.complementOf(EnumSet.of(variation));
                    return !FoldedText.fold(exact, others).equals(FoldedText.fold(found, others));
                })
                .map(Variation::toString)
                .collect(Collectors.joining(" and "));
        return new Anchoring.Moved(span, found, "the text has the same words with other " + differing);
    }

    private Anchoring.Lost lost(String foldedExact, Context context, Matches varied) {
        Span misfit = varied.misfit;
        if (misfit != null) {
            return new Anchoring.Lost(
                    "the words stand in the text, but not " + context.words(), Optional.of(context(misfit)));
        }
        if (varied.splitting) {
            return new Anchoring.Lost(
                    "the words stand in the text only where a character that belongs together would be cut",
                    Optional.empty());
        }
        List<String> words = List.of(foldedExact.split(" ", -1));
        if (words.size() > HINT_WORDS) {
            Optional<Anchoring.Place> beginning = hint(words.subList(0, HINT_WORDS));
            if (beginning.isPresent()) {
                return new Anchoring.Lost("the words do not stand in the text; only their beginning does", beginning);
            }
            Optional<Anchoring.Place> end = hint(words.subList(words.size() - HINT_WORDS, words.size()));
            if (end.isPresent()) {
                return new Anchoring.Lost("the words do not stand in the text; only their end does", end);
            }
        }
        return new Anchoring.Lost("the words do not stand in the text", Optional.empty());
    }

    private Optional<Anchoring.Place> hint(List<String> words) {
        return foldedMatches(String.join(" ", words), Context.NONE).fitting.stream()
                .findFirst()
                .map(this::context);
    }

    private FoldedText folded() {
        FoldedText known = folded;
        if (known == null) {
            known = FoldedText.of(text.value());
            folded = known;
        }
        return known;
    }

    /// The wanted context, folded and without white space around it.
    private record Context(String before, String after) {
        static final Context NONE = new Context("", "");

        static Context of(QuoteSelector wanted) {
            return new Context(fold(wanted.before()), fold(wanted.after()));
        }

        private static String fold(String words) {
            return FoldedText.fold(NormalisedText.comparable(words));
        }

        boolean isNone() {
            return before.isEmpty() && after.isEmpty();
        }

        String words() {
            return Stream.of(
                            before.isEmpty() ? "" : "directly after «" + before + "»",
                            after.isEmpty() ? "" : "directly before «" + after + "»")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" and "));
        }
    }

    /// The places of one search.
    private final class Matches {
        /// Where the context fits; the first [#MAX_PLACES].
        private final List<Span> fitting = new ArrayList<>();
        /// The first place where it does not.
        private @Nullable Span misfit;
        /// Whether there was a place that would split a grapheme cluster.
        private boolean splitting;

        void add(int startChar, int endChar, Context context) {
            if (!text.isCharBoundary(startChar) || !text.isCharBoundary(endChar)) {
                splitting = true;
            } else if (!context.isNone()
                    && !(folded().standsBefore(startChar, context.before)
                            && folded().standsAfter(endChar, context.after))) {
                if (misfit == null) {
                    misfit = text.span(startChar, endChar);
                }
            } else if (fitting.size() < MAX_PLACES) {
                fitting.add(text.span(startChar, endChar));
            }
        }
    }
}
