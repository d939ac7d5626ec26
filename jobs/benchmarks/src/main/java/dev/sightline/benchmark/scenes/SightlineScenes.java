// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.scene.SceneChange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Sightline as one of the programs, in a JVM of its own: {@code SightlineScenes MODEL [FILE...]}.
 */
final class SightlineScenes {

    private SightlineScenes() {}

    public static void main(String[] arguments) {
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        try (SightlineDetector detector = new SightlineDetector(Path.of(arguments[0]))) {
            FindingsPrinter.run(
                    files, file -> detector.changes(file).forEach(SightlineScenes::print));
        }
    }

    private static void print(SceneChange change) {
        switch (change.kind()) {
            case CUT -> FindingsPrinter.cut(change.start());
            case GRADUAL -> FindingsPrinter.gradual(change.start(), change.end());
            default -> {
                // A change without an edit is no one's truth here.
            }
        }
    }
}
