// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/**
 * How pictures become a file. The container follows from the file's name.
 *
 * @param encoder the encoder
 * @param width coded width in pixels
 * @param height coded height in pixels
 * @param timeBase unit of the PTS
 * @param gop most frames from one keyframe to the next; encoders add keyframes at cuts
 * @param bFrames B-frames in a row; 0 for none
 * @param quantizer constant quality: 2 to 31 for MPEG-2 and MPEG-4, 1 to 51 for H.264, 1 to 63 for
 *     VP9; less is better
 * @param threads encoder threads; bytes depend on it, but not on the run
 * @param indexFirst whether an MP4 file has its index in front
 * @param display how it is to be shown
 */
public record Encoding(
        VideoEncoder encoder,
        int width,
        int height,
        Rational timeBase,
        int gop,
        int bFrames,
        int quantizer,
        int threads,
        boolean indexFirst,
        Display display) {

    private static final int DEFAULT_GOP = 50;
    private static final int H264_QUANTIZER = 26;
    private static final int VP9_QUANTIZER = 34;
    private static final int MPEG_QUANTIZER = 4;

    /** Refuses what the encoder would silently change. */
    public Encoding {
        if (width <= 0 || height <= 0 || gop < 1 || threads < 1 || quantizer < 1) {
            throw new IllegalArgumentException("encoding out of range");
        }
        if (encoder == VideoEncoder.H264 && (width % 2 != 0 || height % 2 != 0)) {
            throw new IllegalArgumentException(
                    "the H.264 encoder would crop " + width + "x" + height);
        }
        if (bFrames < 0 || bFrames > 0 && !encoder.hasBFrames()) {
            throw new IllegalArgumentException(encoder + " makes no B-frames");
        }
    }

    /** One thread, a keyframe every 50 frames, no B-frames, good quality, shown as it is coded. */
    public static Encoding of(VideoEncoder encoder, int width, int height, Rational timeBase) {
        int quantizer =
                switch (encoder) {
                    case H264 -> H264_QUANTIZER;
                    case VP9 -> VP9_QUANTIZER;
                    case MPEG2, MPEG4 -> MPEG_QUANTIZER;
                };
        return new Encoding(
                encoder,
                width,
                height,
                timeBase,
                DEFAULT_GOP,
                0,
                quantizer,
                1,
                false,
                Display.PLAIN);
    }

    /** The same with another distance of keyframes. */
    public Encoding withGop(int frames) {
        return new Encoding(
                encoder,
                width,
                height,
                timeBase,
                frames,
                bFrames,
                quantizer,
                threads,
                indexFirst,
                display);
    }

    /** The same with B-frames. */
    public Encoding withBFrames(int inARow) {
        return new Encoding(
                encoder,
                width,
                height,
                timeBase,
                gop,
                inARow,
                quantizer,
                threads,
                indexFirst,
                display);
    }

    /** The same with another quality. */
    public Encoding withQuantizer(int value) {
        return new Encoding(
                encoder,
                width,
                height,
                timeBase,
                gop,
                bFrames,
                value,
                threads,
                indexFirst,
                display);
    }

    /** The same with more threads. */
    public Encoding withThreads(int count) {
        return new Encoding(
                encoder,
                width,
                height,
                timeBase,
                gop,
                bFrames,
                quantizer,
                count,
                indexFirst,
                display);
    }

    /** The same with the index of an MP4 file in front. */
    public Encoding withIndexFirst() {
        return new Encoding(
                encoder, width, height, timeBase, gop, bFrames, quantizer, threads, true, display);
    }

    /** The same, shown in another way. */
    public Encoding with(Display other) {
        return new Encoding(
                encoder,
                width,
                height,
                timeBase,
                gop,
                bFrames,
                quantizer,
                threads,
                indexFirst,
                other);
    }

    /** The same in another size. */
    public Encoding withSize(int otherWidth, int otherHeight) {
        return new Encoding(
                encoder,
                otherWidth,
                otherHeight,
                timeBase,
                gop,
                bFrames,
                quantizer,
                threads,
                indexFirst,
                display);
    }
}
