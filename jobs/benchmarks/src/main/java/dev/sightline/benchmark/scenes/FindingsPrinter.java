// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.video.MediaTime;
import dev.sightline.video.decode.BundledFfmpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Prints what {@link FindingsParser} reads, for detectors of this JVM. */
final class FindingsPrinter {

    /** Finds changes in one file. */
    interface Detector {

        /** Looks at a file and prints what it finds by the methods below. */
        void detect(Path file) throws IOException;
    }

    private FindingsPrinter() {}

    /**
     * Runs a detector on one file after the other, and measures each. FFmpeg is loaded before the
     * first one, as PySceneDetect loads its own when it starts.
     */
    static void run(List<String> files, Detector detector) {
        System.out.println("version FFmpeg " + BundledFfmpeg.version());
        for (int i = 0; i < files.size(); i++) {
            Duration before = cpuTime();
            System.out.println("file " + i);
            try {
                detector.detect(Path.of(files.get(i)));
            } catch (IOException | RuntimeException e) {
                System.out.println("failed " + String.valueOf(e.getMessage()).replace('\n', ' '));
            }
            System.out.println("cpu " + cpuTime().minus(before).toMillis() / 1e3);
        }
    }

    static void cut(MediaTime at) {
        System.out.println("cut time " + seconds(at));
    }

    static void gradual(MediaTime from, MediaTime to) {
        System.out.println("gradual time " + seconds(from) + " " + seconds(to));
    }

    /** A time as the container counts it, in seconds. */
    private static double seconds(MediaTime time) {
        return (double) time.pts() * time.timeBase().numerator() / time.timeBase().denominator();
    }

    /**
     * Of all threads of this JVM, those of the compiler and the collector too. Asked of the process
     * because what Java has for its management costs more to load than a short video to read.
     */
    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
