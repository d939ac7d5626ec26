// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.onnxruntime.OrtEnvironment;
import dev.sightline.process.ProcessEnd;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a process end while sessions run.
 *
 * <p>A shutdown hook of ONNX Runtime's own frees its environment, whoever is still in a session,
 * and the process dies of a segmentation fault. Hooks run all at once, so no hook of ours can come
 * before it. Instead the environment is kept by a second reference, and a hook waits for the calls
 * that are under way and lets no others begin: behind the hooks the library's globals are taken
 * apart.
 */
final class OnnxRuntimeEnd {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxRuntimeEnd.class);

    /** Longer than a batch takes; beyond it the user has waited long enough. */
    private static final long PATIENCE_SECONDS = 10;

    /** Calls share it; the end takes it for itself and never gives it back. */
    private static final ReentrantReadWriteLock CALLS = new ReentrantReadWriteLock();

    private static boolean prepared;

    private OnnxRuntimeEnd() {}

    /** Prepares for the end, once, when the environment has been made. */
    static synchronized void prepare() {
        if (prepared) {
            return; // a second hook would wait for the first
        }
        prepared = true;
        keepEnvironment();
        Thread hook = new Thread(OnnxRuntimeEnd::awaitCalls, "sightline-onnx-end");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The environment is counted natively, but the Java API makes it only once. */
    private static void keepEnvironment() {
        try {
            Field api =
                    Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method create =
                    OrtEnvironment.class.getDeclaredMethod(
                            "createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), 0, "sightline");
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("this ONNX Runtime may crash when the process ends in the middle of work", e);
        }
    }

    private static void awaitCalls() {
        try {
            if (!CALLS.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the model is still at work after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for ever if the process ends already: nothing can be started then, and that is no
     * failure to be told of.
     */
    static void awaitIfEnding() throws InterruptedException {
        if (ProcessEnd.begun()) {
            new CountDownLatch(1).await(); // the end does not wait for this thread
        }
    }

    /**
     * Begins a call; waits for ever once the process ends, so that its end is not told as a failure
     * of the model.
     *
     * @throws ModelException if the caller is interrupted
     */
    static void enter() {
        try {
            CALLS.readLock().lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted before the model was run", e);
        }
    }

    /** Begins a call that is not needed once the process ends; false if it must not be made. */
    static boolean tryEnter() {
        return CALLS.readLock().tryLock();
    }

    /** Ends a call. */
    static void leave() {
        CALLS.readLock().unlock();
    }
}
