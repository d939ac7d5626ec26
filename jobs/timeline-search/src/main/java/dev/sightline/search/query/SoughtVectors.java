// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.calibration.Term;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.WeightedVectors;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import java.io.IOException;
import java.util.List;

/** Makes vectors of questions. Thread-safe. */
public final class SoughtVectors {

    private final SearchModels models;
    private final LikeSample likes;

    /**
     * @param index where to find what something is like; stays with the caller
     * @param models stay with the caller
     */
    public SoughtVectors(TimelineIndex index, SearchModels models) {
        this.models = models;
        this.likes = new LikeSample(index);
    }

    /**
     * What a question looks for.
     *
     * @throws InvalidSearch if its model or what it is like is not there, or its image is unusable
     * @throws ModelException if the model's bundle cannot be used
     * @throws IOException if the index cannot be read
     */
    public Sought of(SearchRequest request) throws IOException {
        SearchModel model = models.model(request.model());
        IndexedSample like =
                request.like() == null ? null : likes.find(request.like(), model.digest());
        List<Term> not =
                request.not().stream()
                        .map(text -> model.calibration().term(model.text(text)))
                        .toList();
        return new Sought(model, model.calibration().term(vector(request, model, like)), not, like);
    }

    private static float[] vector(SearchRequest request, SearchModel model, IndexedSample like) {
        WeightedSum sum = new WeightedSum();
        if (request.text() != null) {
            sum.add(model.text(request.text()), request.weight("text"));
        }
        if (request.image() != null) {
            sum.add(model.picture(request.image()), request.weight("image"));
        }
        if (like != null) {
            sum.add(like.sample().vector(), request.weight("like"));
        }
        return sum.vector;
    }

    /** Unit vectors by their weights; a sum of two has length 1 again, and the weight of both. */
    private static final class WeightedSum {
        private float[] vector;
        private double weight;

        void add(float[] other, double otherWeight) {
            try {
                vector =
                        vector == null
                                ? other
                                : WeightedVectors.sum(vector, weight, other, otherWeight);
            } catch (ModelException.NoVector e) {
                throw new InvalidSearch(
                        "text", "cancels out with the other parts: they say the opposite");
            }
            weight += otherWeight;
        }
    }
}
