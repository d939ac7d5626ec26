// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * An image tower without a model: a picture's first byte is its vector. It runs a batch only when a
 * test lets it, so that a test knows what waits.
 */
final class FakeImageEncoder implements ImageEncoder {

    static final byte POISON = 13;
    static final byte FATAL = 14;
    static final byte LOSES_ONE = 15;

    private final List<Integer> sizes = new ArrayList<>();
    private final Semaphore permits = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ClassLoader contextClassLoader;

    /** One that runs whatever comes. */
    static FakeImageEncoder free() {
        FakeImageEncoder encoder = new FakeImageEncoder();
        encoder.allow(Integer.MAX_VALUE / 2);
        return encoder;
    }

    void allow(int batches) {
        permits.release(batches);
    }

    /** Waits until the worker has taken a batch. */
    void awaitBatch() throws InterruptedException {
        begun.acquire();
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    ClassLoader contextClassLoader() {
        return contextClassLoader;
    }

    synchronized List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    @Override
    public float[][] encode(List<byte[]> pictures) {
        contextClassLoader = Thread.currentThread().getContextClassLoader();
        begun.release();
        permits.acquireUninterruptibly();
        synchronized (this) {
            sizes.add(pictures.size());
        }
        List<float[]> vectors = new ArrayList<>();
        for (byte[] picture : pictures) {
            switch (picture[0]) {
                case POISON -> throw new ModelException("poison");
                case FATAL -> throw new OutOfMemoryError("made up");
                case LOSES_ONE -> {}
                default -> vectors.add(new float[] {picture[0]});
            }
        }
        return vectors.toArray(new float[0][]);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
