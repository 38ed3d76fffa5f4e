// A synthesis: what it claims, what that rests on, and the forms to go on with it.
package org.quoin.web.page;

import java.util.List;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.json.SynthesisView.Label;

/// @param suggestions what might belong together, the most promising first
/// @param components of confidence, in their order
/// @param concerns and ratings to choose from, in their order
/// @param allowed whether the server takes changes at all
/// @param problem why what was asked for was not done; empty when nothing was
public record SynthesisPage(
        SynthesisView synthesis,
        List<SuggestionView> suggestions,
        List<Label> components,
        List<Label> concerns,
        List<Label> ratings,
        boolean allowed,
        String problem)
        implements Page {
    @Override
    public String title() {
        return synthesis.title();
    }

    public String url() {
        return "/syntheses/" + synthesis.id();
    }

    /// `2 studies`.
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
