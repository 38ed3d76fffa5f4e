// The program's entry point, and nothing else.
package org.quoin;

import org.quoin.cli.Cli;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Cli.run(System.out, System.err, args));
    }
}
