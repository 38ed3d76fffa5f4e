// Whatever the text and the quote: a quote is found where it stands, and nothing is guessed.
package org.quoin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quoin.model.Span;

/// A failure names its seed; `-Dquoin.seed=...` runs it again.
class AnchorPropertyTest {
    private static final int ROUNDS = 4_000;

    private static final List<String> WHITE_SPACE = List.of(" ", "  ", "\n", "\u00A0", "\t ", "\u2009");
    private static final List<String> QUOTATION_MARKS = List.of("'", "’", "‘", "ʼ", "\"", "“", "”", "«", "»");
    private static final List<String> DASHES = List.of("-", "\u2010", "\u2011", "–", "—", "\u2212");
    private static final List<String> INVISIBLE = List.of("\u00AD", "\u200B", "\uFEFF");
    private static final List<String> OTHERS = List.of(
            "a",
            "b",
            "word",
            ".",
            "é",
            "e\u0301",
            "x\u0323\u030A",
            "\u0301",
            "가",
            "\u1100",
            "😀",
            "𝒳",
            "👨\u200D👩\u200D👧",
            "👨",
            "👩🏽\u200D⚕️",
            "🇬🇧",
            "🇧");
    private static final List<List<String>> ALPHABETS =
            List.of(WHITE_SPACE, QUOTATION_MARKS, DASHES, INVISIBLE, OTHERS, OTHERS, OTHERS);

    private final long seed = Long.getLong("quoin.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void aSliceIsFoundAtEveryPlaceWhereItStandsAndNowhereElse() {
        for (int round = 0; round < ROUNDS; round++) {
            NormalisedText text = text();
            Span span = slice(text);
            String words = text.slice(span);
            List<Span> places = IntStream.rangeClosed(0, text.codePointLength() - span.length())
                    .mapToObj(start -> new Span(start, start + span.length()))
                    .filter(place -> isWhole(text, place) && text.slice(place).equals(words))
                    .toList();

            Anchoring found = new Anchor(text).find(QuoteSelector.of(words));

            assertThat(spans(found)).as(message(text, words)).isEqualTo(places);
            if (!(found instanceof Anchoring.Exact) && !(found instanceof Anchoring.Ambiguous)) {
                fail(message(text, words) + found);
            }
        }
    }

    @Test
    void theContextOfAPlaceFitsThere() {
        for (int round = 0; round < ROUNDS; round++) {
            NormalisedText text = text();
            Span span = slice(text);
            Anchor anchor = new Anchor(text);
            Anchoring.Place place = anchor.context(span);

            Anchoring found = anchor.find(new QuoteSelector(text.slice(span), place.before(), place.after()));

            assertThat(spans(found)).as(message(text, text.slice(span))).contains(span);
            assertThat(isWhole(
                            text, new Span(span.start() - length(place.before()), span.end() + length(place.after()))))
                    .as(message(text, text.slice(span)))
                    .isTrue();
        }
    }

    @Test
    void wordsInAnotherDressAreFoundWhereTheyStand() {
        for (int round = 0; round < ROUNDS; round++) {
            NormalisedText text = text();
            Span span = slice(text);
            String words = text.slice(span);
            String wanted = NormalisedText.comparable(inAnotherDress(words));
            String message = message(text, wanted);

            switch (new Anchor(text).find(QuoteSelector.of(wanted))) {
                case Anchoring.Exact(Span place) ->
                    assertThat(text.slice(place)).as(message).isEqualTo(wanted);
                case Anchoring.Moved(Span place, String found, String why) -> {
                    assertThat(place).as(message).isEqualTo(span);
                    assertThat(found).as(message).isEqualTo(words).isNotEqualTo(wanted);
                    assertThat(why).as(message).doesNotEndWith(" ");
                }
                case Anchoring.Ambiguous(List<Anchoring.Place> places) -> {
                    List<Span> spans =
                            places.stream().map(Anchoring.Place::span).toList();
                    if (!text.slice(spans.getFirst()).equals(wanted)) {
                        assertThat(spans).as(message).contains(span);
                    }
                }
                case Anchoring.Lost lost -> fail(message + lost);
            }
        }
    }

    private NormalisedText text() {
        String raw = IntStream.range(0, random.nextInt(1, 40))
                .mapToObj(i -> any(any(ALPHABETS)))
                .collect(Collectors.joining());
        return NormalisedText.of(raw + "end");
    }

    /// Whole characters, of which the first and the last are neither white space nor invisible.
    private Span slice(NormalisedText text) {
        while (true) {
            int start = random.nextInt(text.codePointLength());
            int end = random.nextInt(start + 1, Math.min(start + 12, text.codePointLength()) + 1);
            Span span = new Span(start, end);
            String words = text.slice(span);
            if (isWhole(text, span) && isVisible(words.charAt(0)) && isVisible(words.charAt(words.length() - 1))) {
                return span;
            }
        }
    }

    private static boolean isVisible(char c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !INVISIBLE.contains(Character.toString(c));
    }

    private String inAnotherDress(String words) {
        StringBuilder dressed = new StringBuilder();
        // What keeps a letter and an accent apart is not taken out: they would become one character.
        String start = random.nextBoolean() ? words : words.replaceAll("[\u00AD\u200B\uFEFF]++(?!\u0301)", "");
        start.codePoints().mapToObj(Character::toString).forEach(c -> {
            if (INVISIBLE.contains(c)) {
                dressed.append(any(INVISIBLE));
            } else {
                List<String> variants = List.of(WHITE_SPACE, QUOTATION_MARKS, DASHES).stream()
                        .filter(list -> list.contains(c))
                        .findFirst()
                        .orElse(List.of(c));
                dressed.append(any(variants)).append(random.nextInt(8) == 0 ? any(INVISIBLE) : "");
            }
        });
        return dressed.toString();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static boolean isWhole(NormalisedText text, Span span) {
        return text.isBoundary(span.start()) && text.isBoundary(span.end());
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }

    private static List<Span> spans(Anchoring anchoring) {
        return switch (anchoring) {
            case Anchoring.Exact(Span span) -> List.of(span);
            case Anchoring.Ambiguous(List<Anchoring.Place> places) ->
                places.stream().map(Anchoring.Place::span).toList();
            case Anchoring.Moved _, Anchoring.Lost _ -> List.of();
        };
    }

    private String message(NormalisedText text, String words) {
        return "seed " + seed + ", text «" + text.value() + "», words «" + words + "» ";
    }
}
