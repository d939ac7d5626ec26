// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs to its end what would leave something behind if it were interrupted half-way. */
final class Uninterrupted {

    private Uninterrupted() {}

    /**
     * Calls in a thread that nobody knows, with this thread's class loader, and waits. This thread
     * is interrupted on return if it was while it waited.
     *
     * @throws IOException if the call fails, with its failure as the cause
     */
    static <T> T call(String what, Callable<T> call) throws IOException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, what);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(what + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
