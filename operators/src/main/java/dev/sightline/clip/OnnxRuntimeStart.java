// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.djl.engine.Engine;

/**
 * Starts ONNX Runtime once, on a thread with a deep stack.
 *
 * <p>While it starts, ONNX Runtime 1.29 matches the process's command line with a regular
 * expression that recurses for each character. A class path of twelve thousand characters, as
 * Flink's scripts make them, overflows the megabyte of a Java thread's stack, and the process dies
 * without a word.
 */
final class OnnxRuntimeStart {

    /** DJL's name of it; DJL insists on making the environment itself. */
    static final String ENGINE = "OnnxRuntime";

    /** Two kilobytes for each character of an argument as long as Linux takes; used lazily. */
    private static final long STACK_BYTES = 256L * 1024 * 1024;

    private static boolean started;
    private static Throwable failure;

    private OnnxRuntimeStart() {}

    /**
     * Returns once it has started. Not a static initialiser: the thread runs code of this class,
     * which would wait for the initialiser that waits for it.
     *
     * @throws ModelException if it does not start, or the caller is interrupted
     */
    static synchronized void ensure() {
        if (started) {
            return;
        }
        // DJL must never go to the network, where it would also fetch a CUDA build of the
        // tokenizer, and must not look for a second engine for maths.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        Thread starter = new Thread(null, OnnxRuntimeStart::start, "sightline-onnx", STACK_BYTES);
        starter.start();
        try {
            starter.join();
            OnnxRuntimeEnd.awaitIfEnding();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("interrupted while ONNX Runtime was starting", e);
        }
        if (failure != null) {
            throw new ModelException("ONNX Runtime does not start: " + failure, failure);
        }
        started = true;
    }

    private static void start() {
        try {
            Engine.getEngine(ENGINE);
            OnnxRuntimeEnd.prepare();
            failure = null;
        } catch (RuntimeException | LinkageError e) {
            failure = e;
        }
    }
}
