// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process. */
public final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** A JVM skips a collection that is asked for while native code holds an array. */
    private static final int COLLECTIONS = 3;

    private Memory() {}

    /** Bytes of the heap that are in use after a collection. */
    public static long heapBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, used);
        }
        return least;
    }

    /** Bytes of the process that are resident, all of the JVM included; 0 where that is unknown. */
    public static long residentBytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
