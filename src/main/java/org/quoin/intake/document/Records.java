// Gathers the records of an export as documents: of each its title and its abstract.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// A record without title and abstract has nothing to be quoted from: it is left out, counted and named, and
/// stops no other. What is noted is counted over the whole file, because an export may have thousands of
/// records. Not thread-safe: one for each file.
public final class Records {
    private final String format;
    private final Budget budget;
    private final Notes notes = new Notes();
    private final List<ReadDocument> documents = new ArrayList<>();
    private int seen;

    /// @param format its name, for people
    public Records(String format, Budget budget) {
        this.format = format;
        this.budget = budget;
    }

    /// What the file has and the documents have not.
    public Notes notes() {
        return notes;
    }

    /// Adds a record.
    ///
    /// @param key by what a person finds it in the file, a number for example; null when it has nothing of that
    ///     kind
    /// @param metadata its title is the text's first block
    /// @param abstracts in its order, several when there are some in other languages; a blank line parts
    ///     paragraphs
    /// @throws ProblemException ([Problem.LimitReached]) when the file's text grows too long
    public void add(@Nullable String key, Metadata metadata, List<String> abstracts) {
        add(key, metadata, text -> abstracts.forEach(words -> AbstractText.add(words, text)));
    }

    /// The same for a format that tells the sections of an abstract apart.
    void add(@Nullable String key, Metadata metadata, Consumer<TextBuilder> abstracts) {
        seen++;
        TextBuilder text = new TextBuilder(budget, notes);
        if (metadata.title() != null) {
            text.block(PartKind.TITLE, metadata.title());
        }
        boolean titled = !text.isEmpty();
        int titleEnd = text.length();
        abstracts.accept(text);
        if (text.isEmpty()) {
            notes.add(What.RECORD_WITHOUT_WORDS, "record " + seen + (key == null ? "" : ": " + key));
            return;
        }
        if (titled && text.length() == titleEnd) {
            notes.add(What.RECORD_WITHOUT_ABSTRACT, "");
        }
        documents.add(new ReadDocument(
                format, text.text("has a record without words"), metadata, text.parts(), List.of(), List.of()));
    }

    /// @throws ProblemException ([Problem.Invalid]) when no record has words
    public Reading reading() {
        if (documents.isEmpty()) {
            throw Problem.invalid(
                    seen == 0
                            ? budget.name() + " is " + format + " but holds no record"
                            : budget.name() + " holds " + seen + (seen == 1 ? " record" : " records") + " in " + format
                                    + ", none with a title or an abstract: "
                                    + notes.places(What.RECORD_WITHOUT_WORDS));
        }
        return new Reading.Records(documents, notes.all());
    }
}
