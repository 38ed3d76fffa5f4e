// The list of syntheses, and the form for a new one.
package org.quoin.web.page;

import java.util.List;
import org.quoin.app.json.SynthesisListView.Entry;

/// @param allowed whether the server takes changes at all
/// @param problem why what was asked for was not done; empty when nothing was
public record SynthesesPage(List<Entry> syntheses, boolean allowed, String problem) implements Page {
    @Override
    public String title() {
        return "Syntheses";
    }
}
