// Lists and reads files that stand on the class path, in a folder or in the program's jar.
package org.quoin.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

final class Resources {
    private Resources() {}

    /// Every file below a folder of the class path, its path relative to that folder mapped to its
    /// text, sorted.
    ///
    /// @throws IllegalStateException when the program was packed without the folder
    static SortedMap<String, String> readAll(String folder) {
        var url = Resources.class.getClassLoader().getResource(folder);
        if (url == null) {
            throw new IllegalStateException("the program is incomplete: " + folder + " is not on its class path");
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return readAll(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return readAll(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + " from the program", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an unusable address: " + url, e);
        }
    }

    private static SortedMap<String, String> readAll(Path root) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        var texts = new TreeMap<String, String>();
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('\\', '/');
            texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
