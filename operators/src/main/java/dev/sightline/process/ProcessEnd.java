// SPDX-License-Identifier: Apache-2.0
package dev.sightline.process;

/** The end of this process. */
public final class ProcessEnd {

    private ProcessEnd() {}

    /** Whether the process is ending already; there is no other way to ask. From any thread. */
    public static boolean begun() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
