// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Clips beside the repository, which not every machine has. For tests only. */
public final class SharedMaterial {

    private SharedMaterial() {}

    /** A folder of the shared material; skips the test, with a line that says so, without it. */
    public static Path shared(String name) {
        Path folder = Repository.root().resolve("../shared").resolve(name).normalize();
        if (!Files.isDirectory(folder)) {
            System.out.println("SKIPPED: ../shared/" + name + " is not there");
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), "../shared/" + name + " is not there");
        return folder;
    }
}
