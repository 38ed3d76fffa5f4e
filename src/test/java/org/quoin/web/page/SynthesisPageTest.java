// Long parts of a synthesis's page: begun, with the address of the rest, and whole where that is asked for.
package org.quoin.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quoin.app.json.SynthesisView;

class SynthesisPageTest {
    private static final List<Integer> LONG = IntStream.range(0, 1204).boxed().toList();

    @Test
    void aLongListIsBegunAndSaysWhereTheRestIs() {
        Shown<Integer> shown = page("").shown("category-records", "claims", LONG);

        assertThat(shown.first()).hasSize(20).isEqualTo(LONG.subList(0, 20));
        assertThat(shown.words()).isEqualTo("The first 20 of 1,204.");
        assertThat(shown.all()).isEqualTo("/syntheses/ten?whole=category-records#claims");
    }

    @Test
    void thePartThatIsAskedForIsWholeAndNoOther() {
        SynthesisPage page = page("category-records");

        assertThat(page.shown("category-records", "claims", LONG)).isEqualTo(new Shown<>(LONG, 1204, ""));
        assertThat(page.shown("suggestions", "suggestions", LONG).first()).hasSize(20);
    }

    @Test
    void aShortListIsWhole() {
        List<Integer> twenty = LONG.subList(0, 20);

        assertThat(page("").shown("suggestions", "suggestions", twenty)).isEqualTo(new Shown<>(twenty, 20, ""));
    }

    private static SynthesisPage page(String whole) {
        var synthesis = new SynthesisView(
                "ten",
                "Ten findings",
                null,
                "Ada",
                false,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "https://example.org/synthesis/ten");
        return new SynthesisPage(synthesis, List.of(), List.of(), List.of(), List.of(), true, whole, "");
    }
}
