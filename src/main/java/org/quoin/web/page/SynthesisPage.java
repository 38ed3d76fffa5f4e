// A synthesis: what it claims, what that rests on, and the forms to go on with it.
package org.quoin.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    /// As many claims of a category, studies and changes of a finding as the page shows; the whole lists have pages
    /// of their own.
    public static final int SHOWN = 20;

    /// As many claims as the page shows of a suggestion, and of those that speak against a finding.
    public static final int SHOWN_IN_SHORT = 6;

    @Override
    public String title() {
        return synthesis.title();
    }

    public String url() {
        return url(synthesis);
    }

    public static String url(SynthesisView synthesis) {
        return "/syntheses/" + synthesis.id();
    }

    /// A suggestion with all its claims.
    public String suggestionUrl(SuggestionView suggestion) {
        return url() + "/suggestions?of=" + URLEncoder.encode(suggestion.id(), StandardCharsets.UTF_8);
    }

    /// The beginning of a long list.
    public static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    /// `2 studies`.
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
