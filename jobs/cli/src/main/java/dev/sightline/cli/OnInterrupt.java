// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.util.concurrent.Callable;

/** Ends work in good order when the process is interrupted. */
final class OnInterrupt {

    private OnInterrupt() {}

    /**
     * Does some work.
     *
     * @param stop what is done when the process is interrupted meanwhile; the process ends when it
     *     has returned. It is one thing because the JVM runs several at once, in no order
     */
    static <T> T during(Callable<T> work, Runnable stop) throws Exception {
        Thread hook = new Thread(stop, "on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is being run.
        }
    }
}
