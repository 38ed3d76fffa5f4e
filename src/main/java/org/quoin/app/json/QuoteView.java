// A quotation as JSON: the words, what stands around them, and where.
package org.quoin.app.json;

import java.util.Collection;
import java.util.List;
import org.quoin.graph.Iris;
import org.quoin.model.Quotation;

/// @param exact the words, a slice of the paper's text
/// @param prefix what stands directly before
/// @param suffix what stands directly after
/// @param start first code point, from 0
/// @param end one past the last code point
/// @param voice who speaks: a key of the scheme `voice`
/// @param textSha256 digest of the text that is sliced
/// @param iri the quotation's IRI
public record QuoteView(
        String exact, String prefix, String suffix, int start, int end, String voice, String textSha256, String iri) {
    static List<QuoteView> of(Collection<Quotation> quotations, Iris iris) {
        return quotations.stream()
                .map(q -> new QuoteView(
                        q.exact(),
                        q.prefix(),
                        q.suffix(),
                        q.span().start(),
                        q.span().end(),
                        q.voice(),
                        q.textSha256(),
                        iris.quotation(q.paper(), q.textSha256(), q.span()).getURI()))
                .toList();
    }
}
