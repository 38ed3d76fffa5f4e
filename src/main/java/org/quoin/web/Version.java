// The program's version as the jar says it.
package org.quoin.web;

import java.util.Objects;

final class Version {
    static final String CURRENT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
