// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that are less than their name promises. */
final class BrokenClips {

    private static final int FRAMES = 200;
    private static final int WHOLE_FRAMES = 120;
    private static final double KEPT_WITHOUT_INDEX = 0.6;

    private BrokenClips() {}

    private static Script script() {
        Storyboard storyboard =
                Storyboard.of(EditedClips.scene(211), 60)
                        .cutTo(EditedClips.scene(222), FRAMES - 60);
        return Script.steady(storyboard, EditedClips.plain(VideoEncoder.H264).withIndexFirst());
    }

    /** Cut in the middle of the frame behind the whole ones. */
    static ClipTruth truncated(Path file) throws IOException {
        Script script = script();
        Encoding encoding = script.encoding();
        long[] ends = new long[FRAMES];
        try (ClipWriter writer = ClipWriter.open(file, encoding)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                Picture picture = script.picture(frame, encoding.width(), encoding.height());
                writer.write(picture, frame);
                ends[frame] = writer.position();
            }
            writer.finish();
        }
        // In the end the index was put in front and moved all frames by its size.
        long index = Files.size(file) - ends[FRAMES - 1];
        cut(file, index + (ends[WHOLE_FRAMES - 1] + ends[WHOLE_FRAMES]) / 2);
        return script.truth().first(WHOLE_FRAMES);
    }

    static ClipTruth withoutIndex(Path file) throws IOException {
        Script.steady(
                        Storyboard.of(EditedClips.scene(233), 50),
                        EditedClips.plain(VideoEncoder.H264))
                .write(file);
        cut(file, (long) (Files.size(file) * KEPT_WITHOUT_INDEX));
        return ClipTruth.noVideo();
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    static ClipTruth text(Path file) throws IOException {
        Files.writeString(file, "This is not a video, whatever its name says.\n".repeat(40));
        return ClipTruth.noVideo();
    }
}
