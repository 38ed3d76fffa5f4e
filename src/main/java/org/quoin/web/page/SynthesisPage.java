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
/// @param whole the part that is shown whole however long it is; empty for none
/// @param problem why what was asked for was not done; empty when nothing was
public record SynthesisPage(
        SynthesisView synthesis,
        List<SuggestionView> suggestions,
        List<Label> components,
        List<Label> concerns,
        List<Label> ratings,
        boolean allowed,
        String whole,
        String problem)
        implements Page {
    /// Name of the part that holds what might belong together.
    public static final String SUGGESTIONS = "suggestions";

    /// So many of a list make a page that is still read, and that a server writes at once.
    private static final int SHOWN = 20;

    @Override
    public String title() {
        return synthesis.title();
    }

    public String url() {
        return "/syntheses/" + synthesis.id();
    }

    public Shown<SuggestionView> suggested() {
        return shown(SUGGESTIONS, SUGGESTIONS, suggestions);
    }

    /// The list whole where it is short or its part was asked for, and its beginning otherwise.
    ///
    /// @param part name of the part that the list belongs to
    /// @param place id of the element on the page where the list stands
    public <T> Shown<T> shown(String part, String place, List<T> list) {
        return list.size() <= SHOWN || part.equals(whole)
                ? new Shown<>(list, list.size(), "")
                : new Shown<>(list.subList(0, SHOWN), list.size(), url() + "?whole=" + part + "#" + place);
    }

    /// `2 studies`.
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
