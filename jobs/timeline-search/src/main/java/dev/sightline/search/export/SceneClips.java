// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.timeline.Scene;
import java.util.ArrayList;
import java.util.List;

/** Scenes as editing programs have them: pieces of the video, each with what begins in it. */
final class SceneClips {

    /**
     * A piece of the video, at least a frame long.
     *
     * @param name for a person
     * @param from its first frame
     * @param to the frame behind its last
     * @param findings what begins in it, in the order of time
     */
    record Clip(String name, long from, long to, List<Finding> findings) {

        long frames() {
            return to - from;
        }
    }

    private SceneClips() {}

    /**
     * The scenes of a stream that are a frame or longer. No finding is lost: what begins before a
     * scene is the next one's, what begins behind all is the last one's, and where there are no
     * scenes all findings are on a clip of their own.
     *
     * @param rate that frames are counted in
     */
    static List<Clip> of(ExportedStream stream, StatedRate rate) {
        List<Finding> left = new ArrayList<>(stream.findings());
        List<Clip> clips = new ArrayList<>();
        int number = 0;
        for (Scene scene : stream.scenes()) {
            number++;
            long from = rate.frame(scene.startMs());
            long to = rate.frame(scene.endMs());
            if (to > from) {
                clips.add(new Clip("Scene " + number, from, to, beginningIn(scene, left)));
            }
        }
        if (!left.isEmpty()) {
            clips.add(withTheRest(clips, left, rate));
        }
        return clips;
    }

    private static List<Finding> beginningIn(Scene scene, List<Finding> left) {
        List<Finding> found = new ArrayList<>();
        while (!left.isEmpty() && left.get(0).startMs() < scene.endMs()) {
            found.add(left.remove(0));
        }
        return found;
    }

    /** Takes the last clip away and gives the one in its place. */
    private static Clip withTheRest(List<Clip> clips, List<Finding> rest, StatedRate rate) {
        if (clips.isEmpty()) {
            long from = rate.frame(rest.get(0).startMs());
            long end = rest.stream().mapToLong(Finding::endMs).max().orElse(0);
            return new Clip("Found", from, Math.max(from + 1, rate.frame(end)), rest);
        }
        Clip last = clips.remove(clips.size() - 1);
        List<Finding> all = new ArrayList<>(last.findings());
        all.addAll(rest);
        return new Clip(last.name(), last.from(), last.to(), all);
    }
}
