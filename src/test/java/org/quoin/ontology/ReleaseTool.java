// Releases the current files of the ontology: src/bench/release-ontology.sh.
package org.quoin.ontology;

import java.io.IOException;
import java.nio.file.Path;

final class ReleaseTool {
    private ReleaseTool() {}

    /// @param args the ontology's folder
    public static void main(String[] args) throws IOException {
        var releases = new Releases(Path.of(args[0]));
        releases.release();
        System.out.println("released " + releases.current() + " in " + releases.folder(releases.current()));
    }
}
