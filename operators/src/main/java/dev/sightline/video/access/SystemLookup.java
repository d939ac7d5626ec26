// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the resolver of the machine, which can neither be interrupted nor be given a time: so it is
 * asked on threads of the process, of which a resolver that hangs can hold only so many, and the
 * reader waits beside them.
 */
final class SystemLookup {

    private static final int THREADS = 8;
    private static final int WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private static final ThreadPoolExecutor RESOLVER = resolver();

    private SystemLookup() {}

    private static ThreadPoolExecutor resolver() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        work -> {
                            Thread thread = new Thread(work, "host name lookup");
                            thread.setDaemon(true);
                            return thread;
                        });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** An {@link AddressLookup}. */
    static List<InetAddress> addresses(String name, StopSignal stop) throws IOException {
        Future<List<InetAddress>> answer;
        try {
            answer = RESOLVER.submit(() -> List.of(InetAddress.getAllByName(name)));
        } catch (RejectedExecutionException e) {
            throw new UnknownHostException("the resolver of host names does not keep up");
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            stop.check();
            try {
                return answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet; look whether it is still wanted.
            } catch (ExecutionException e) {
                throw new UnknownHostException("the host " + name + " is unknown");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("was interrupted");
            }
        }
        answer.cancel(true);
        throw new UnknownHostException("the resolver of host names does not answer");
    }
}
