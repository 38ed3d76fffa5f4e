// The styles, scripts and pictures of the pages, all from the class path.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.quoin.model.Problem;
import org.quoin.model.Sha256;

/// Each file's address carries a digest of its content, so that browsers may keep it for good. Only the files
/// named here are served: no path of a request ever reaches the class path or the disk.
final class Assets {
    private static final String PREFIX = "/assets/";
    private static final String OWN = "/org/quoin/web/assets/";
    private static final int DIGITS = 12;

    private final Map<String, Asset> byAddress = new HashMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    private static final class Asset {
        private final String mediaType;
        private final byte[] content;

        Asset(String mediaType, byte[] content) {
            this.mediaType = mediaType;
            this.content = content;
        }
    }

    Assets() {
        own("quoin.css", "text/css");
        own("yasgui-quoin.css", "text/css");
        own("quoin.js", "text/javascript");
        own("sparql.js", "text/javascript");
        own("upload.js", "text/javascript");
        own("quoin.svg", "image/svg+xml");
        webjar("picocss__pico", "css/pico.min.css", "text/css");
        webjar("htmx.org", "dist/htmx.min.js", "text/javascript");
        webjar("zazuko__yasgui", "build/yasgui.min.js", "text/javascript");
        webjar("zazuko__yasgui", "build/yasgui.min.css", "text/css");
    }

    /// Name to address.
    Map<String, String> addresses() {
        return addresses;
    }

    void register(RoutesConfig routes) {
        routes.get(PREFIX + "{digest}/{name}", this::serve);
    }

    private void serve(Context ctx) {
        Asset asset = byAddress.get(ctx.path());
        if (asset == null) {
            throw Problem.notFound("there is no file " + ctx.path() + ": reload the page that wanted it");
        }
        ctx.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(asset.mediaType + "; charset=utf-8")
                .result(asset.content);
    }

    private void own(String name, String mediaType) {
        add(name, mediaType, OWN + name);
    }

    private void webjar(String artifact, String file, String mediaType) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        add(name, mediaType, "/META-INF/resources/webjars/" + artifact + "/" + webjarVersion(artifact) + "/" + file);
    }

    /// The version is a part of the path inside a WebJar; the jar itself says which it is.
    private static String webjarVersion(String artifact) {
        var properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the WebJar " + artifact + " cannot be read", e);
        }
        return properties.getProperty("version");
    }

    private void add(String name, String mediaType, String resource) {
        try (InputStream in = open(resource)) {
            byte[] content = in.readAllBytes();
            String address = PREFIX + Sha256.hex(content).substring(0, DIGITS) + "/" + name;
            addresses.put(name, address);
            byAddress.put(address, new Asset(mediaType, content));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program was built without " + resource);
        }
        return in;
    }
}
