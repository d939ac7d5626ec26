// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.WeightedVectors;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import dev.sightline.event.QueryStep;
import dev.sightline.event.QueryWeights;
import dev.sightline.video.FrameGeometry;

/** The vector of what a step of a query looks for: a text, a picture, or both. One thread. */
final class StepEncoder {

    private final QueryTextEncoder texts;
    private final PictureFetch fetch;
    private final FrameGeometry geometry;
    private final PictureTower pictures;

    /** An image tower, for one picture now and then. */
    @FunctionalInterface
    interface PictureTower {

        /**
         * Encodes a picture.
         *
         * @param rgb bytes of the model's geometry
         * @return a unit vector
         */
        float[] encode(byte[] rgb);
    }

    /**
     * @param geometry that {@code pictures} takes
     */
    StepEncoder(
            QueryTextEncoder texts,
            PictureFetch fetch,
            FrameGeometry geometry,
            PictureTower pictures) {
        this.texts = texts;
        this.fetch = fetch;
        this.geometry = geometry;
        this.pictures = pictures;
    }

    /** The vector of a text, such as one of {@code and} or {@code not}. */
    float[] text(String text) {
        return texts.encode(text);
    }

    /**
     * The vector of a step's text and image, without what has to be there, or must not be, besides.
     *
     * @return a unit vector
     * @throws MalformedRequest.Unsupported if its picture cannot be had
     */
    float[] positive(QueryStep step) throws MalformedRequest.Unsupported {
        if (step.image() == null) {
            return text(step.text());
        }
        float[] picture = picture(step.image());
        QueryWeights weights = step.weights();
        return step.text() == null
                ? picture
                : WeightedVectors.sum(text(step.text()), weights.text(), picture, weights.image());
    }

    private float[] picture(String image) throws MalformedRequest.Unsupported {
        byte[] file = QueryImage.data(image).orElse(null);
        if (file == null) {
            file = fetch.fetch(image);
        }
        return pictures.encode(QueryPicture.pixels(file, geometry));
    }
}
