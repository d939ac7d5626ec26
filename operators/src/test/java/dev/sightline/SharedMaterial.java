// SPDX-License-Identifier: Apache-2.0
package dev.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where tests find the repository, and the shared clips where they are. */
public final class SharedMaterial {

    private SharedMaterial() {}

    /** The repository's root: the folder that has the bundled model. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("deploy/models"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return folder;
    }

    /** The bundled model. */
    public static Path model() {
        return repository().resolve("deploy/models/sightline-mini");
    }

    /** A folder of the shared material; skips the test, with a line that says so, without it. */
    public static Path shared(String name) {
        Path folder = repository().resolve("../shared").resolve(name).normalize();
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED: ../shared/" + name + " is not there");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "../shared/" + name + " is not there");
        return folder;
    }
}
