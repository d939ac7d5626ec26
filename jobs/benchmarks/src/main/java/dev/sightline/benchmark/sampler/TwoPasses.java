// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleConsumer;

/**
 * Runs a sampler in this JVM over the same video twice, and prints what it takes: the first time
 * with the start of the JVM and all that it compiles, the second time the sampling alone. CPU time
 * is that of the whole process, so that no thread is forgotten, decoders' and collectors' included.
 */
final class TwoPasses {

    /** Takes samples of a video. */
    interface Sampler {

        /**
         * Goes through the video once.
         *
         * @param samples takes the PTS of each sample in seconds
         */
        void sample(DoubleConsumer samples) throws IOException;
    }

    private TwoPasses() {}

    /** Prints {@code sample SECONDS} in the first pass, {@code pass CPU WALL} behind each. */
    static void run(Sampler sampler) throws IOException {
        double jvmWall = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        long first = System.nanoTime();
        sampler.sample(seconds -> System.out.println("sample " + seconds));
        double cpu = cpuSeconds();
        long second = System.nanoTime();
        print(cpu, jvmWall + (second - first) / 1e9);
        sampler.sample(seconds -> {});
        print(cpuSeconds() - cpu, (System.nanoTime() - second) / 1e9);
    }

    private static void print(double cpuSeconds, double wallSeconds) {
        System.out.println("pass " + cpuSeconds + " " + wallSeconds);
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }
}
