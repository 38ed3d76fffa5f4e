// Family and given names worked out from a name in one line.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Ada Okafor|Okafor|Ada|-",
                "Ludwig van Beethoven|van Beethoven|Ludwig|-",
                "Martin Luther King Jr.|King|Martin Luther|Jr.",
                "J. J. 王|王|J. J.|-",
                "Plato|-|Plato|-",
                "Okafor, Ada|-|Okafor, Ada|-",
                "World Health Organization|-|World Health Organization|-",
                "Cochrane Collaboration|-|Cochrane Collaboration|-",
                "Ministry of Health, Malawi|-|Ministry of Health, Malawi|-",
                "STARSurg 2017|-|STARSurg 2017|-"
            })
    void aNameIsDividedAsFarAsItTells(
            String display, @Nullable String family, @Nullable String given, @Nullable String suffix) {
        AuthorName name = AuthorName.of(display);

        assertThat(name)
                .isEqualTo(
                        family == null
                                ? new AuthorName.Whole(display, !display.matches("Plato|Okafor.*"))
                                : new AuthorName.Person(family, String.valueOf(given), suffix == null ? "" : suffix));
    }
}
