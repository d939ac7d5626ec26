// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import dev.sightline.testdata.clips.Change.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/**
 * A long video, written quickly: 25 frames a second of MPEG-4, a new shot every two to eight
 * seconds, no shot twice. Each shot is one large picture over which the camera moves, drawn while
 * the shot before it is encoded. The same bytes in each run.
 */
public final class MovingVideo {

    private static final int RATE = 25;
    private static final int SHORTEST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 8;
    private static final int QUANTIZER = 6;
    private static final int THREADS = 2;

    /**
     * One shot.
     *
     * @param seed what it shows
     * @param length frames
     */
    private record Shot(int seed, int firstFrame, int length) {}

    private MovingVideo() {}

    /**
     * Writes a video.
     *
     * @param file its name says which container
     * @param duration at least one frame's; rounded down to whole frames
     * @param width pixels, even
     * @param height pixels, even
     */
    public static WrittenClip write(Path file, Duration duration, int width, int height)
            throws IOException {
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("odd size " + width + "x" + height);
        }
        int frames = Math.toIntExact(duration.toMillis() * RATE / 1000);
        Encoding encoding =
                Encoding.of(VideoEncoder.MPEG4, width, height, new Rational(1, RATE))
                        .withQuantizer(QUANTIZER)
                        .withThreads(THREADS);
        List<Shot> shots = shots(frames);
        try (ClipWriter writer = ClipWriter.open(file, encoding)) {
            write(shots, encoding, writer);
            writer.finish();
        }
        return new WrittenClip(file, truth(shots, frames, encoding));
    }

    private static List<Shot> shots(int frames) {
        // The generator's algorithm is part of the Java platform's contract.
        Random random = new Random(1);
        List<Shot> shots = new ArrayList<>();
        int first = 0;
        while (first < frames) {
            int range = (LONGEST_SECONDS - SHORTEST_SECONDS) * RATE;
            int length = SHORTEST_SECONDS * RATE + random.nextInt(range + 1);
            shots.add(new Shot(random.nextInt(), first, Math.min(length, frames - first)));
            first += length;
        }
        return shots;
    }

    private static void write(List<Shot> shots, Encoding encoding, ClipWriter writer)
            throws IOException {
        CompletableFuture<Picture> next = drawn(shots.get(0), encoding);
        for (int i = 0; i < shots.size(); i++) {
            Picture panorama = next.join();
            if (i + 1 < shots.size()) {
                next = drawn(shots.get(i + 1), encoding);
            }
            Display.Colours colours = encoding.display().colours();
            try (PlanarPicture planes = PlanarPicture.of(panorama, colours)) {
                pan(planes, shots.get(i), encoding, writer);
            }
        }
    }

    /** A picture a quarter larger than what is seen of it. */
    private static CompletableFuture<Picture> drawn(Shot shot, Encoding encoding) {
        return CompletableFuture.supplyAsync(
                () ->
                        Painters.texture(shot.seed())
                                .paint(encoding.width() * 5 / 4, encoding.height() * 5 / 4, 0));
    }

    private static void pan(PlanarPicture panorama, Shot shot, Encoding encoding, ClipWriter writer)
            throws IOException {
        int right = panorama.width() - encoding.width();
        int down = panorama.height() - encoding.height();
        boolean backwards = (shot.seed() & 1) == 1;
        for (int i = 0; i < shot.length(); i++) {
            // The longest shot uses all of the way.
            double way = (double) i / (LONGEST_SECONDS * RATE);
            double place = backwards ? 1 - way : way;
            try (PlanarPicture view =
                    panorama.window(
                            (int) (right * place),
                            (int) (down * place),
                            encoding.width(),
                            encoding.height())) {
                writer.write(view, shot.firstFrame() + i);
            }
        }
    }

    private static ClipTruth truth(List<Shot> shots, int frames, Encoding encoding) {
        List<Change> cuts =
                shots.stream().skip(1).map(s -> Change.at(Kind.CUT, s.firstFrame())).toList();
        return new ClipTruth(
                encoding.timeBase(),
                LongStream.range(0, frames).boxed().toList(),
                cuts,
                encoding.width(),
                encoding.height(),
                encoding.display());
    }
}
