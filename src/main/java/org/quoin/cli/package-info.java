/// The command line: one class a command, each thin. Start with [org.quoin.cli.Cli].
@NullMarked
package org.quoin.cli;

import org.jspecify.annotations.NullMarked;
