// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Turns RGB bytes into the floats that an image tower wants: {@code (x / 255 - mean) / std}. */
final class PixelTensor {

    private static final int CHANNELS = 3;

    private final int pixels;
    private final boolean channelsFirst;
    private final float[][] table = new float[CHANNELS][256];
    private FloatBuffer buffer = FloatBuffer.allocate(0);

    PixelTensor(ModelManifest.Image image) {
        pixels = image.width() * image.height();
        channelsFirst = image.layout().equals("NCHW");
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int value = 0; value < 256; value++) {
                table[channel][value] =
                        (value / 255f - image.mean()[channel]) / image.std()[channel];
            }
        }
    }

    /**
     * Fills a direct buffer, which is reused by the next call.
     *
     * @param pictures each width x height x 3 bytes
     */
    FloatBuffer fill(List<byte[]> pictures) {
        int size = Math.multiplyExact(pictures.size(), CHANNELS * pixels);
        if (buffer.capacity() < size) {
            buffer =
                    ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
        }
        buffer.clear().limit(size);
        for (byte[] picture : pictures) {
            put(picture);
        }
        return buffer.flip();
    }

    private void put(byte[] picture) {
        if (picture.length != CHANNELS * pixels) {
            throw new ModelException(
                    "a picture of "
                            + picture.length
                            + " bytes; the model wants "
                            + CHANNELS * pixels);
        }
        if (channelsFirst) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int i = channel; i < picture.length; i += CHANNELS) {
                    buffer.put(table[channel][picture[i] & 0xff]);
                }
            }
        } else {
            for (int i = 0; i < picture.length; i++) {
                buffer.put(table[i % CHANNELS][picture[i] & 0xff]);
            }
        }
    }
}
