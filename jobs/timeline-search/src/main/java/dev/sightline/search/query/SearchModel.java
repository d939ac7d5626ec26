// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.clip.Device;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxImageEncoder;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.MalformedRequest;
import dev.sightline.match.QueryPicture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A model that questions are asked with: its bundle, towers and calibration, each loaded when it is
 * first needed. Thread-safe.
 */
public final class SearchModel implements AutoCloseable {

    private static final Duration ANY = Duration.ofSeconds(1);

    private final ModelBundle bundle;
    private final SharedModels<String, OnnxImageEncoder> pictures;
    private final SharedModels<String, OnnxTextEncoder> texts =
            new SharedModels<>(Duration.ZERO, OnnxTextEncoder::close);
    private SharedModels.Lease<OnnxTextEncoder> kept;
    private boolean closed;

    /** Held for as long as it takes to learn, in which the model can be closed, and texts asked. */
    private final Object learning = new Object();

    private Learnt learnt;

    /** What cosines mean, with the reading of a stream of which nothing is known. */
    private record Learnt(ModelCalibration calibration, StreamCalibration unseen) {}

    /**
     * @param pictureTowerIdle how long the image tower stays after its last use: most questions are
     *     texts, and it is the larger part of a model
     */
    SearchModel(ModelBundle bundle, Duration pictureTowerIdle) {
        this.bundle = bundle;
        this.pictures = new SharedModels<>(pictureTowerIdle, OnnxImageEncoder::close);
    }

    /** What it is called. */
    public String name() {
        return bundle.name();
    }

    /** What tells its vectors from those of others. */
    public String digest() {
        return bundle.digest();
    }

    /** Length of its vectors. */
    public int dimension() {
        return bundle.dimension();
    }

    /** Folder of its bundle. */
    Path folder() {
        return bundle.folder();
    }

    /** Factor of the cosine in its training. */
    double logitScale() {
        return bundle.manifest().logitScale();
    }

    /**
     * The unit vector of a text.
     *
     * @throws ModelException if the text tower cannot be used
     * @throws ModelClosed if the model is closed
     */
    public float[] text(String text) {
        checkOpen();
        try (SharedModels.Lease<OnnxTextEncoder> lease = textTower()) {
            keep();
            return new QueryTextEncoder(lease.model(), bundle.templates()).encode(text);
        }
    }

    private SharedModels.Lease<OnnxTextEncoder> textTower() {
        return texts.acquire(digest(), () -> new OnnxTextEncoder(bundle));
    }

    private synchronized void checkOpen() {
        if (closed) {
            throw new ModelClosed();
        }
    }

    /** So that the tower stays for the next text. */
    private synchronized void keep() {
        if (kept == null && !closed) {
            kept = textTower();
        }
    }

    /**
     * The unit vector of a picture.
     *
     * @param file a JPEG or PNG
     * @throws InvalidSearch if it cannot be decoded
     * @throws ModelException if the image tower cannot be used
     */
    public float[] picture(byte[] file) {
        byte[] rgb;
        try {
            rgb = QueryPicture.pixels(file, bundle.geometry());
        } catch (MalformedRequest.Unsupported e) {
            throw new InvalidSearch("image", "cannot be used: " + e.getMessage());
        }
        try (SharedModels.Lease<OnnxImageEncoder> lease =
                pictures.acquire(digest(), () -> new OnnxImageEncoder(bundle, Device.CPU, 1))) {
            synchronized (lease.model()) {
                return lease.model().encode(List.of(rgb))[0];
            }
        }
    }

    /**
     * What cosines of the model mean.
     *
     * @throws ModelException if the bundle has no background
     */
    public ModelCalibration calibration() {
        return learnt().calibration();
    }

    private Learnt learnt() {
        synchronized (learning) {
            if (learnt == null) {
                ModelCalibration calibration = ModelCalibration.of(bundle, this::text);
                learnt = new Learnt(calibration, new StreamCalibration(calibration, ANY, null));
            }
            return learnt;
        }
    }

    /**
     * How much a picture's vector matches sentences that nobody asked for.
     *
     * @throws ModelException if the bundle has no background
     */
    public Reading reading(float[] vector) {
        return learnt().unseen().read(vector);
    }

    /**
     * Gives free what nobody uses; who uses a tower does it behind that. It waits for nobody, as
     * nobody gets on with a model once the process ends.
     */
    @Override
    public void close() {
        pictures.close();
        texts.close();
        synchronized (this) {
            closed = true;
            if (kept != null) {
                kept.close();
                kept = null;
            }
        }
    }
}
