// The exact words of a source: a slice of one stored, hashed text.
package org.quoin.model;

/// @param paper the paper whose text is quoted
/// @param textSha256 digest of that text, 64 lower-case hexadecimal digits
/// @param span where the words stand, in code points of that text
/// @param exact the words, equal to that slice of the text
/// @param prefix the text directly before, at most [#CONTEXT_LENGTH] code points
/// @param suffix the text directly after, at most [#CONTEXT_LENGTH] code points
/// @param voice key of the `voice` scheme: who speaks (participant, observation, author)
public record Quotation(
        PaperId paper, String textSha256, Span span, String exact, String prefix, String suffix, String voice) {
    /// How much context a quotation stores on each side, in code points: the length that Web
    /// Annotation clients such as Hypothesis use.
    public static final int CONTEXT_LENGTH = 32;

    /// The same words of another paper with the same text.
    public Quotation of(PaperId other) {
        return new Quotation(other, textSha256, span, exact, prefix, suffix, voice);
    }
}
