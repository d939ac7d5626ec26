// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.nio.file.Path;

/** Where Sightline itself is. */
final class Home {

    private Home() {}

    /** Its folder, as the launcher has found it. */
    static Path folder() {
        return Path.of(System.getenv().getOrDefault("SIGHTLINE_HOME", "."));
    }
}
