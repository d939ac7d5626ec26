// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.util.List;

/** The {@code sightline} launcher. */
public final class Launcher {

    /** What it starts its JVM with, but for what a measured program does not need. */
    public static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off",
                    "-Xmx768m");

    private Launcher() {}
}
