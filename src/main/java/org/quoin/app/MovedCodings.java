// Evidence that was coded on another text of a paper, looked for in the text that the base has.
package org.quoin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Quotation;
import org.quoin.text.Anchor;
import org.quoin.text.Anchoring;
import org.quoin.text.NormalisedText;
import org.quoin.text.QuoteSelector;

/// An item none of whose quotations can be placed is left out, and named.
final class MovedCodings {
    private static final int SHOWN = 20;

    private final List<EvidenceItem> items = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Anchor anchor;
    private int notFound;

    /// @param coded the paper under the name it has in the base
    /// @param stored the paper as the base has it
    MovedCodings(PaperRecord coded, PaperRecord stored) {
        NormalisedText text = stored.text();
        this.anchor = new Anchor(text);
        boolean sameText = coded.text().sha256().equals(text.sha256());
        for (EvidenceItem item : coded.items()) {
            List<Quotation> words = sameText ? item.quotations() : moved(item.quotations());
            List<Quotation> illustrations = sameText ? item.illustrations() : moved(item.illustrations());
            if (!words.isEmpty()) {
                items.add(item.quoting(item.id(), stored.paper().study(), words, illustrations));
            }
        }
        if (!sameText && !coded.items().isEmpty()) {
            notes.addFirst("coded on another text of the paper; in the one of the base " + notFound
                    + " quotations do not stand at one certain place");
        }
    }

    List<EvidenceItem> items() {
        return List.copyOf(items);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private List<Quotation> moved(List<Quotation> quotations) {
        return quotations.stream()
                .flatMap(quotation -> moved(quotation).stream())
                .toList();
    }

    private Optional<Quotation> moved(Quotation quotation) {
        Anchoring inContext = anchor.find(new QuoteSelector(quotation.exact(), quotation.prefix(), quotation.suffix()));
        Anchoring found = inContext instanceof Anchoring.Exact
                ? inContext
                : anchor.find(new QuoteSelector(quotation.exact(), "", ""));
        return switch (found) {
            case Anchoring.Exact(var span) -> Optional.of(anchor.quotation(quotation.paper(), span, quotation.voice()));
            case Anchoring.Moved(var span, String there, String why) -> {
                note("repaired (" + why + "): the text reads «" + there + "»");
                yield Optional.of(anchor.quotation(quotation.paper(), span, quotation.voice()));
            }
            case Anchoring.Ambiguous _, Anchoring.Lost _ -> {
                notFound++;
                note("not found: «" + quotation.exact() + "»");
                yield Optional.empty();
            }
        };
    }

    private void note(String note) {
        if (notes.size() < SHOWN) {
            notes.add(note);
        }
    }
}
