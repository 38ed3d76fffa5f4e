// Writes pages from the templates under `src/main/jte`, which the build turns into classes.
package org.quoin.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.Map;
import org.quoin.web.page.Frame;
import org.quoin.web.page.Page;

final class Templates {
    private final TemplateEngine engine;
    private final Assets assets;

    Templates(Assets assets) {
        this.assets = assets;
        engine = TemplateEngine.createPrecompiled(
                Path.of("."), ContentType.Html, Templates.class.getClassLoader(), "org.quoin.web.templates");
    }

    /// @param template name without ending
    /// @param section which entry of the navigation is current; empty for none
    String render(String template, String section, Page page) {
        var frame = new Frame(page.title(), section, Version.CURRENT, assets.addresses());
        var output = new StringOutput();
        engine.render(template + ".jte", Map.of("frame", frame, "page", page), output);
        return output.toString();
    }
}
