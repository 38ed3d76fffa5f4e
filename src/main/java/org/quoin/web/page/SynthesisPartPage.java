// A page of a long list of a synthesis.
package org.quoin.web.page;

import java.util.List;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.json.SynthesisView.Against;
import org.quoin.app.json.SynthesisView.Category;
import org.quoin.app.json.SynthesisView.ClaimView;
import org.quoin.app.json.SynthesisView.Mark;
import org.quoin.app.json.SynthesisView.StudyRow;

/// @param heading what the list is of
/// @param part what of it is shown
/// @param allowed whether the server takes changes at all
public record SynthesisPartPage(SynthesisView synthesis, String heading, Part part, Pager pager, boolean allowed)
        implements Page {
    @Override
    public String title() {
        return heading + " – " + synthesis.title();
    }

    /// What a page of a list shows.
    public sealed interface Part {
        /// Claims that are translated into a category.
        record Claims(Category category, List<ClaimView> shown) implements Part {}

        /// Claims that might belong together.
        record Suggested(SuggestionView suggestion, List<ClaimView> shown) implements Part {}

        /// Studies that contribute to a finding.
        record Studies(List<StudyRow> shown) implements Part {}

        /// What speaks against a finding.
        record Dissent(List<Against> shown) implements Part {}

        /// What has changed beneath a finding since it was judged.
        record Changes(List<Mark> shown) implements Part {}
    }
}
