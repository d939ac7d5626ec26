// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.benchmark.clips.Captions;
import dev.sightline.benchmark.clips.Clip;
import dev.sightline.benchmark.scenes.ScenedVector;
import dev.sightline.benchmark.scenes.SightlineDetector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples of clips, read and embedded as the job does it. */
final class Shots {

    private Shots() {}

    /**
     * Reads the clips.
     *
     * @param failures gets the files that cannot be read, with the reason
     */
    static Map<Clip, Shot> read(
            List<Clip> clips, SightlineDetector reader, Map<String, String> failures) {
        Map<Clip, Shot> shots = new LinkedHashMap<>();
        for (Clip clip : clips) {
            try {
                List<ScenedVector> samples = reader.samples(clip.file());
                if (samples.isEmpty()) {
                    throw new IOException("it has no samples");
                }
                shots.put(clip, shot(samples, texts(clip)));
            } catch (IOException e) {
                failures.put(clip.file().getFileName().toString(), e.getMessage());
            }
        }
        return shots;
    }

    private static Shot shot(List<ScenedVector> samples, List<String> texts) {
        int[] sceneStarts = new int[samples.size()];
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < sceneStarts.length; i++) {
            sceneStarts[i] = i - Math.max(0, samples.get(i).sceneStart());
            vectors.add(samples.get(i).vector());
        }
        return new Shot(vectors, sceneStarts, texts);
    }

    /** Its captions and their parts. */
    private static List<String> texts(Clip clip) {
        Set<String> texts = new LinkedHashSet<>(clip.captions());
        clip.captions().forEach(caption -> texts.addAll(Captions.parts(caption)));
        return List.copyOf(texts);
    }
}
