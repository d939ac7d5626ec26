// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.scene.SceneChange;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Sightline as one of the programs, in a JVM of its own: {@code SightlineScenes MODEL [FILE...]}.
 * It prints what {@link FindingsParser} reads.
 */
final class SightlineScenes {

    private SightlineScenes() {}

    public static void main(String[] arguments) {
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        try (SightlineDetector detector = new SightlineDetector(Path.of(arguments[0]))) {
            for (int i = 0; i < files.size(); i++) {
                long before = cpuNanoseconds();
                System.out.println("file " + i);
                print(detector, Path.of(files.get(i)));
                System.out.println("cpu " + (cpuNanoseconds() - before) / 1e9);
            }
        }
    }

    private static void print(SightlineDetector detector, Path file) {
        try {
            detector.changes(file).forEach(SightlineScenes::print);
        } catch (IOException | RuntimeException e) {
            System.out.println("failed " + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private static void print(SceneChange change) {
        double from = SightlineDetector.seconds(change.start());
        double to = SightlineDetector.seconds(change.end());
        switch (change.kind()) {
            case CUT -> System.out.println("cut time " + from);
            case GRADUAL -> System.out.println("gradual time " + from + " " + to);
            default -> {
                // A change without an edit is no one's truth here.
            }
        }
    }

    /** Of all threads of this JVM, those of the compiler and the collector too. */
    private static long cpuNanoseconds() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }
}
