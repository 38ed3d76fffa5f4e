// A program for tests: holds a home until its input ends.
package org.quoin.app;

import java.io.IOException;
import java.nio.file.Path;

public final class HoldHome {
    private HoldHome() {}

    public static void main(String[] args) throws IOException {
        try (Quoin quoin = Quoin.open(Homes.settings(Path.of(args[0])).withHolder("quoin serve"))) {
            System.out.println("holding " + quoin.papers().size());
            while (System.in.read() >= 0) {
                // Waits for the test to end it.
            }
        }
    }
}
