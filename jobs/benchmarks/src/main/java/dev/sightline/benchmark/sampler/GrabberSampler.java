// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/**
 * A plain loop over JavaCV's grabber, in a JVM of its own: {@code GrabberSampler [FILE]}. Each
 * frame is decoded, and converted too, as {@code grabImage} does it; one thread. Prints what {@link
 * TwoPasses} says.
 */
final class GrabberSampler {

    private static final int SIDE = 224;
    private static final double SECOND = 1e6;

    private GrabberSampler() {}

    public static void main(String[] arguments) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        if (arguments.length > 0) {
            TwoPasses.run(samples -> sample(arguments[0], samples));
        }
    }

    private static void sample(String file, DoubleConsumer samples) throws IOException {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file)) {
            grabber.setVideoOption("threads", "1");
            grabber.setImageWidth(SIDE);
            grabber.setImageHeight(SIDE);
            grabber.start();
            long grid = 0;
            for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
                double seconds = frame.timestamp / SECOND;
                if (seconds >= grid) {
                    samples.accept(seconds);
                    grid = (long) seconds + 1;
                }
            }
        }
    }
}
