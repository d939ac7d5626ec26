// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where tests find files of the repository, and the shared clips where they are. */
final class Repository {

    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("deploy/models"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return folder;
    }

    static String model() {
        return root().resolve("deploy/models/sightline-mini").toString();
    }

    /** A folder of the shared material; skips the test, with a line that says so, without it. */
    static Path shared(String name) {
        Path folder = root().resolve("../shared").resolve(name).normalize();
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED: ../shared/" + name + " is not there");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "../shared/" + name + " is not there");
        return folder;
    }
}
