// What is left of the limits while one file is read.
package org.quoin.intake.document;

import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// Not thread-safe: one file is read by one thread. Every method throws [ProblemException]
/// ([Problem.LimitReached]) when its limit is reached.
public final class Budget {
    private final String name;
    private final ReadLimits limits;
    private final long startNanos = System.nanoTime();
    private long characters;
    private long elements;
    private long unpacked;

    /// @param name what messages call the file
    public Budget(String name, ReadLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    /// Of the file, for messages.
    public String name() {
        return name;
    }

    public ReadLimits limits() {
        return limits;
    }

    /// To be called between steps that are small.
    public void checkTime() {
        if (System.nanoTime() - startNanos > limits.time().toNanos()) {
            throw reached("takes longer to read than %,d seconds"
                    .formatted(limits.time().toSeconds()));
        }
    }

    public void useCharacters(int count) {
        characters += count;
        if (characters > limits.characters()) {
            throw reached("has more than %,d characters of text".formatted(limits.characters()));
        }
        checkTime();
    }

    /// One more element, field or cell.
    ///
    /// @param depth to which it is nested, from 1
    public void useElement(int depth) {
        elements++;
        if (elements > limits.elements()) {
            throw reached("has more than %,d elements".formatted(limits.elements()));
        }
        requireDepth(depth);
        if (elements % 256 == 0) {
            checkTime();
        }
    }

    /// For a format whose parser builds its tree before it can be counted: twice as many tags as elements pass.
    void requireTags(long tags) {
        if (tags > 2L * limits.elements()) {
            throw reached("has more than %,d tags".formatted(2L * limits.elements()));
        }
    }

    void requireDepth(int depth) {
        if (depth > limits.depth()) {
            throw reached("nests its elements more than %,d deep".formatted(limits.depth()));
        }
    }

    public void useUnpacked(long bytes) {
        unpacked += bytes;
        if (unpacked > limits.bytes()) {
            throw reached("unpacks to more than %,d bytes".formatted(limits.bytes()));
        }
    }

    void requirePages(int pages) {
        if (pages > limits.pages()) {
            throw reached("has %,d pages; at most %,d are read".formatted(pages, limits.pages()));
        }
    }

    /// The problem to throw when a limit of the caller is reached.
    ///
    /// @param what what the file does or has, to follow its name in a sentence
    public ProblemException reached(String what) {
        return Problem.limitReached(name + " " + what + ". Split it, or raise the limit.");
    }
}
