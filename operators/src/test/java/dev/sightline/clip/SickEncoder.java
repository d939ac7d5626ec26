// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An image tower whose vector is the direction of a picture's first byte, until it falls sick. */
final class SickEncoder implements ImageEncoder {

    /** What it suffers from. */
    enum Illness {
        NONE,
        CONSTANT,
        NO_NUMBERS,
        NO_MEMORY,
        LOSES_ONE
    }

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Illness illness = Illness.NONE;
    private volatile int batch;

    static ReferencePicture reference(int value) {
        return new ReferencePicture("picture-" + value + ".png", picture(value), vector(value));
    }

    static byte[] picture(int value) {
        return new byte[] {(byte) value};
    }

    static float[] vector(int value) {
        return new float[] {(float) Math.cos(value), (float) Math.sin(value)};
    }

    void suffer(Illness next) {
        illness = next;
    }

    /** Pictures in the last batch. */
    int batch() {
        return batch;
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public float[][] encode(List<byte[]> pictures) {
        batch = pictures.size();
        return switch (illness) {
            case NONE -> vectors(pictures);
            case CONSTANT -> vectors(pictures.stream().map(any -> picture(0)).toList());
            case LOSES_ONE -> vectors(pictures.subList(1, pictures.size()));
            case NO_NUMBERS -> throw new ModelException.NoVector("not made of numbers");
            case NO_MEMORY -> throw new OutOfMemoryError("made up");
        };
    }

    private static float[][] vectors(List<byte[]> pictures) {
        return pictures.stream().map(picture -> vector(picture[0])).toArray(float[][]::new);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
