// What surrounds every page: navigation, styles, version.
package org.quoin.web.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param title of the page
/// @param section which entry of the navigation is current; empty for none
/// @param version of the program
/// @param assets name to address of the styles, scripts and pictures
public record Frame(String title, String section, String version, Map<String, String> assets) {
    public String asset(String name) {
        String address = assets.get(name);
        if (address == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return address;
    }

    /// For `aria-current`; null leaves the attribute out.
    public @Nullable String current(String name) {
        return section.equals(name) ? "page" : null;
    }
}
