// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.VectorBank;
import dev.sightline.clip.WeightedVectors;
import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.testdata.repository.Repository;

/** Vectors as the bundled model gives them of pictures, made without decoding any. For tests. */
public final class MadePictures {

    /** Calibrating takes a second, so tests share it; it stays until their process ends. */
    public static final MadePictures SHARED = new MadePictures();

    private final SearchModels models = SearchModels.open(Repository.model());
    private final VectorBank general =
            ModelBundle.load(Repository.model()).background().orElseThrow();

    private MadePictures() {}

    /** The bundled model. */
    public SearchModels models() {
        return models;
    }

    /** Its digest. */
    public String digest() {
        return models.model(null).digest();
    }

    /** One of 4096 general pictures. */
    public float[] general(int number) {
        return general.vector(number);
    }

    /** The same picture, in which something else shows clearly. */
    public float[] showing(String text, int number) {
        return WeightedVectors.sum(models.model(null).text(text), 1, general(number), 2);
    }

    /** Adds so many seconds of a file, each of another general picture. */
    public void addGeneral(MemoryIndex index, String streamId, int from, int seconds) {
        for (int i = 0; i < seconds; i++) {
            index.with(MadeEvents.sample(streamId, from + i, digest(), general(from + 7 * i)));
        }
    }

    /** Adds so many seconds of a file in which something shows, each on another picture. */
    public void addShowing(MemoryIndex index, String streamId, String text, int from, int seconds) {
        for (int i = 0; i < seconds; i++) {
            index.with(
                    MadeEvents.sample(
                            streamId, from + i, digest(), showing(text, 1000 + from + 7 * i)));
        }
    }
}
