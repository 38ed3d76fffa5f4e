// Puts a canonical text together, block by block, and the tree of its parts with it.
package org.quoin.intake.document;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

/// Every block is brought into normal form before it is added. Blocks are parted by line feeds, cells by TABs
/// and labels from words by spaces; none of these joins with what follows in NFC, so the whole is in normal
/// form too and ranges taken on the way stay true.
final class TextBuilder {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final int UNSET = -1;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final Budget budget;
    private final Notes notes;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Part> roots = new ArrayList<>();
    private @Nullable String pendingLabel;
    private int pendingLabelDepth;

    /// Length of the text so far in code points.
    private int codePoints;

    TextBuilder(Budget budget, Notes notes) {
        this.budget = budget;
        this.notes = notes;
    }

    /// A part that has been opened and not closed.
    private static final class Frame {
        private final PartKind kind;
        private final Set<Role> roles = EnumSet.noneOf(Role.class);
        private final @Nullable String language;
        private final boolean quotesOthers;
        private final List<Part> children = new ArrayList<>();
        private int start = UNSET;
        private @Nullable Span heading;
        private @Nullable String name;
        private @Nullable String label;

        private Frame(PartKind kind, @Nullable String language, boolean quotesOthers) {
            this.kind = kind;
            this.language = language;
            this.quotesOthers = quotesOthers;
        }
    }

    void open(PartKind kind) {
        open(kind, null, false);
    }

    void open(PartKind kind, @Nullable String language, boolean quotesOthers) {
        open.push(new Frame(kind, language, quotesOthers));
        budget.requireDepth(open.size());
    }

    /// Adds roles to the innermost open part.
    void roles(Collection<Role> roles) {
        innermost().roles.addAll(roles);
    }

    /// Closes the innermost open part; one without words leaves no trace.
    void close() {
        if (pendingLabel != null && pendingLabelDepth >= open.size()) {
            flushLabel();
        }
        Frame frame = open.pop();
        if (frame.start == UNSET) {
            return;
        }
        var part = new Part(
                frame.kind,
                frame.roles,
                new Span(frame.start, codePoints),
                frame.heading,
                frame.label,
                frame.language,
                frame.kind == PartKind.BLOCK_QUOTE && mayBeParticipants(frame),
                frame.children);
        (open.isEmpty() ? roots : innermost().children).add(part);
    }

    /// Adds a block that is a part of its own.
    void block(PartKind kind, String words) {
        if (!words.isEmpty()) {
            open(kind);
            add("\n\n", words);
            close();
        }
    }

    /// Adds a block to the innermost open part.
    void block(String words) {
        if (!words.isEmpty()) {
            add("\n\n", words);
        }
    }

    /// Adds a line directly under the last one, to the innermost open part.
    void line(String words) {
        if (!words.isBlank()) {
            add(open.isEmpty() || innermost().start == UNSET ? "\n\n" : "\n", words);
        }
    }

    /// Puts a number or label before the next block. It belongs to the parts open now, not to those opened
    /// later.
    void label(String label) {
        if (!label.isEmpty()) {
            flushLabel();
            pendingLabel = clean(label);
            pendingLabelDepth = open.size();
            if (!open.isEmpty()) {
                innermost().label = pendingLabel;
            }
        }
    }

    /// Adds the heading of the innermost open part and takes its roles from it.
    void heading(String words) {
        if (!words.isEmpty()) {
            String added = add("\n\n", words);
            Frame frame = innermost();
            frame.name = added;
            frame.heading = new Span(codePoints - added.codePointCount(0, added.length()), codePoints);
            frame.roles.addAll(Role.ofHeading(added));
        }
    }

    /// The heading of the innermost open part that has one, to say where something is; empty where none has.
    String place() {
        for (Frame frame : open) {
            String name = frame.name == null ? frame.label : frame.name;
            if (name != null) {
                return name;
            }
        }
        return "";
    }

    /// How many code points some words have when they have been added.
    static int lengthOf(String words) {
        StringBuilder kept = new StringBuilder();
        words.codePoints().filter(TextBuilder::isKept).forEach(kept::appendCodePoint);
        String normal = NFC.normalize(kept);
        return normal.codePointCount(0, normal.length());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /// Length so far, in code points.
    int length() {
        return codePoints;
    }

    /// @throws ProblemException ([Problem.Invalid]) when there are no words
    NormalisedText text(String whyNone) {
        if (!open.isEmpty()) {
            throw new IllegalStateException("a part is still open: " + innermost().kind);
        }
        flushLabel();
        if (text.isEmpty()) {
            throw Problem.invalid(budget.name() + " " + whyNone);
        }
        NormalisedText normalised = NormalisedText.of(text.toString());
        if (!normalised.value().contentEquals(text)) {
            throw new IllegalStateException("normalising the whole text of " + budget.name() + " changed it");
        }
        return normalised;
    }

    List<Part> parts() {
        return List.copyOf(roots);
    }

    private Frame innermost() {
        return open.getFirst();
    }

    /// The words as they were added; empty when nothing of them was left.
    private String add(String separator, String words) {
        String cleaned = clean(words);
        if (cleaned.isEmpty()) {
            return cleaned;
        }
        String label = pendingLabel;
        pendingLabel = null;
        append(text.isEmpty() ? "" : separator);
        if (label != null) {
            startParts(pendingLabelDepth);
            append(label);
            append(" ");
        }
        // A row of a table may begin with an empty cell; a part begins with a word.
        int firstWord = 0;
        while (firstWord < cleaned.length() && Character.isWhitespace(cleaned.charAt(firstWord))) {
            firstWord++;
        }
        append(cleaned.substring(0, firstWord));
        startParts(open.size());
        append(cleaned.substring(firstWord));
        return cleaned;
    }

    private void flushLabel() {
        String label = pendingLabel;
        if (label != null) {
            pendingLabel = null;
            append(text.isEmpty() ? "" : "\n\n");
            startParts(pendingLabelDepth);
            append(label);
        }
    }

    private void append(String words) {
        budget.useCharacters(words.length());
        text.append(words);
        codePoints += words.codePointCount(0, words.length());
    }

    /// Begins here those of the outermost open parts that have not begun.
    private void startParts(int depth) {
        int skip = open.size() - depth;
        for (Frame frame : open) {
            if (skip-- <= 0 && frame.start == UNSET) {
                frame.start = codePoints;
            }
        }
    }

    /// In a part that reports results, or in one of which nothing is known.
    private boolean mayBeParticipants(Frame quote) {
        if (quote.quotesOthers) {
            return false;
        }
        for (Frame frame : open) {
            switch (frame.kind) {
                case ABSTRACT, APPENDIX, ACKNOWLEDGEMENTS, REFERENCES, FOOTNOTE -> {
                    return false;
                }
                default -> {
                    if (!frame.roles.isEmpty()) {
                        return frame.roles.contains(Role.RESULTS);
                    }
                }
            }
        }
        return true;
    }

    private String clean(String words) {
        StringBuilder cleaned = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                notes.add(What.UNKNOWN_CHARACTER, place());
                cleaned.append('\uFFFD');
            } else if (isKept(c)) {
                cleaned.appendCodePoint(c);
            } else if (c != BYTE_ORDER_MARK) {
                notes.add(What.CONTROL_CHARACTER, place());
            }
            i += Character.charCount(c);
        }
        return NFC.normalize(cleaned);
    }

    /// A byte order mark inside a text has no width and no meaning; control characters have no place in it.
    private static boolean isKept(int c) {
        return (c >= ' ' || c == '\t' || c == '\n') && c != 0x7F && c != BYTE_ORDER_MARK;
    }
}
