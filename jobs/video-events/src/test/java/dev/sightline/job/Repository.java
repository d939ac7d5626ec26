// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find files of the repository. */
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

    static Path reel() {
        return root().resolve("testdata/clips/reel.mp4");
    }

    static Path model() {
        return root().resolve("deploy/models/sightline-mini");
    }
}
