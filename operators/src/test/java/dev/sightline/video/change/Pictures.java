// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.Thumbnail.CHROMA;
import static dev.sightline.video.change.Thumbnail.LUMA;

import java.util.Arrays;

/** Pictures made of others, as editing and light do it. */
final class Pictures {

    private Pictures() {}

    /** One brightness and no colour. */
    static Thumbnail flat(int luma) {
        byte[] planes = new byte[LUMA + 2 * CHROMA];
        Arrays.fill(planes, 0, LUMA, (byte) luma);
        Arrays.fill(planes, LUMA, planes.length, (byte) 128);
        return new Thumbnail(planes);
    }

    /** So much of the one and the rest of the other. */
    static Thumbnail mixed(Thumbnail one, Thumbnail other, double shareOfOther) {
        byte[] planes = new byte[LUMA + 2 * CHROMA];
        for (int i = 0; i < planes.length; i++) {
            double value =
                    (one.planes()[i] & 0xff) * (1 - shareOfOther)
                            + (other.planes()[i] & 0xff) * shareOfOther;
            planes[i] = (byte) Math.round(value);
        }
        return new Thumbnail(planes);
    }

    /** The other one on the left up to so much of the width. */
    static Thumbnail wiped(Thumbnail one, Thumbnail other, double shareOfOther) {
        byte[] planes = one.planes().clone();
        for (int i = 0; i < planes.length; i++) {
            int width = i < LUMA ? Thumbnail.WIDTH : Thumbnail.CHROMA_WIDTH;
            if ((i < LUMA ? i : i - LUMA) % width < shareOfOther * width) {
                planes[i] = other.planes()[i];
            }
        }
        return new Thumbnail(planes);
    }

    /** Darker or brighter: all distances from black and from grey times a factor. */
    static Thumbnail lit(Thumbnail picture, double gain) {
        byte[] planes = new byte[LUMA + 2 * CHROMA];
        for (int i = 0; i < planes.length; i++) {
            int zero = i < LUMA ? 0 : 128;
            long value = Math.round(zero + gain * ((picture.planes()[i] & 0xff) - zero));
            planes[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return new Thumbnail(planes);
    }

    /** Smeared over so many values along the rows, as by a camera that turns quickly. */
    static Thumbnail smeared(Thumbnail picture, int length) {
        byte[] planes = new byte[LUMA + 2 * CHROMA];
        for (int i = 0; i < planes.length; i++) {
            int width = i < LUMA ? Thumbnail.WIDTH : Thumbnail.CHROMA_WIDTH;
            int column = (i < LUMA ? i : i - LUMA) % width;
            int from = Math.max(-length / 2, -column);
            int to = Math.min(length / 2, width - 1 - column);
            int sum = 0;
            for (int j = from; j <= to; j++) {
                sum += picture.planes()[i + j] & 0xff;
            }
            planes[i] = (byte) (sum / (to - from + 1));
        }
        return new Thumbnail(planes);
    }
}
