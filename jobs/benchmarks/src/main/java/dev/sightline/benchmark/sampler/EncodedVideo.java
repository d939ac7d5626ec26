// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.frames.FrameLister;
import dev.sightline.benchmark.frames.ShownFrame;
import dev.sightline.benchmark.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A video to take samples of.
 *
 * @param encode how it was encoded
 * @param file where it is
 * @param frames all its frames, with their checksums
 * @param skippable share of the frames that no other frame refers to, 0 to 1
 * @param keyframeBytes share of the bytes that are keyframes', 0 to 1
 */
record EncodedVideo(
        Encode encode, Path file, List<ShownFrame> frames, double skippable, double keyframeBytes) {

    EncodedVideo {
        frames = List.copyOf(frames);
    }

    /** Reads what there is to know of a file. */
    static EncodedVideo read(Encode encode, Path file, FrameLister lister)
            throws IOException, InterruptedException {
        List<ShownFrame> all = lister.list(file, List.of(), "showinfo");
        // What is left when the decoder leaves out all that nothing refers to.
        List<String> skip = List.of("-skip_frame", "noref");
        int needed = lister.list(file, skip, "showinfo=checksum=0").size();
        return new EncodedVideo(
                encode,
                file,
                all,
                1 - (double) needed / all.size(),
                KeyframeBytes.share(Programs.ffprobe(lister.ffmpeg()), file));
    }

    /** From the first frame to the last one, and one frame more. */
    double seconds() {
        double first = frames.get(0).seconds();
        double last = frames.get(frames.size() - 1).seconds();
        return (last - first) * frames.size() / Math.max(1, frames.size() - 1);
    }

    /** How many frames are keyframes. */
    long keyframes() {
        return frames.stream().filter(ShownFrame::keyframe).count();
    }

    /** Frames from one keyframe to the next, at most. */
    int longestGop() {
        int longest = 0;
        int length = 0;
        for (ShownFrame frame : frames) {
            length = frame.keyframe() ? 1 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
