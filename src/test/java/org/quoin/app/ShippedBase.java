// The shipped studies in a base, loaded once for all tests that only read it.
package org.quoin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test that asks for a [Quoin] the base with the first study and the six fictional ones. It is closed
/// when the last test has run. A test that writes needs a base of its own: [Homes#filled].
public final class ShippedBase implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ShippedBase.class);

    private record Loaded(Path home, Quoin quoin) implements AutoCloseable {
        static Loaded load() {
            try {
                Path home = Files.createTempDirectory("quoin-shipped");
                return new Loaded(home, Homes.filled(home));
            } catch (IOException e) {
                throw new UncheckedIOException("the shipped studies cannot be loaded", e);
            }
        }

        @Override
        public void close() throws IOException {
            quoin.close();
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Quoin.class);
    }

    @Override
    public Quoin resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("base", key -> Loaded.load(), Loaded.class)
                .quoin();
    }
}
