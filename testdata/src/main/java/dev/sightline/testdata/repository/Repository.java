// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.repository;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find files of the repository, whichever module they run in. */
public final class Repository {

    private Repository() {}

    /**
     * The root: the folder that has the bundled model.
     *
     * @throws IllegalStateException outside the repository
     */
    public static Path root() {
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
        return root().resolve("deploy/models/sightline-mini");
    }

    /** The demo reel. */
    public static Path reel() {
        return root().resolve("testdata/clips/reel.mp4");
    }
}
