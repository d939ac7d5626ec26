// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.frames.FrameLister;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the videos that can be judged by, and says which cannot. */
final class VideoFinder {

    private final FrameLister lister;
    private final Consumer<String> warnings;

    VideoFinder(FrameLister lister, Consumer<String> warnings) {
        this.lister = lister;
        this.warnings = warnings;
    }

    /** The videos of the folders; the name of a folder is the name of its set. */
    List<Video> find(List<Path> folders) throws IOException, InterruptedException {
        List<Video> videos = new ArrayList<>();
        for (Path folder : folders) {
            String set = folder.toAbsolutePath().normalize().getFileName().toString();
            for (Truth truth : new TruthReader().read(folder)) {
                add(set, truth, videos);
            }
        }
        return videos;
    }

    private void add(String set, Truth truth, List<Video> videos) throws InterruptedException {
        try {
            FrameTimes times = FrameTimes.of(lister.list(truth.video()));
            if (truth.frames() != 0 && truth.frames() != times.frames()) {
                warnings.accept(
                        String.format(
                                "%s left out: it has %d frames, and its truth %d",
                                truth.video(), times.frames(), truth.frames()));
                return;
            }
            videos.add(new Video(set, truth, times));
        } catch (IOException e) {
            warnings.accept(truth.video() + " left out: " + e.getMessage());
        }
    }
}
