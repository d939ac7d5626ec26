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
import java.util.concurrent.locks.ReentrantLock;

/**
 * A model that questions are asked with: its bundle, towers and calibration, each loaded when it is
 * first needed. Thread-safe.
 */
public final class SearchModel implements AutoCloseable {

    private static final Duration ANY = Duration.ofSeconds(1);

    private final ModelBundle bundle;
    private final SharedModels<String, OnnxImageEncoder> pictures;
    private final ReentrantLock loading = new ReentrantLock();
    private OnnxTextEncoder texts;
    private ModelCalibration calibration;
    private StreamCalibration unseen;
    private volatile boolean closed;

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
     */
    public float[] text(String text) {
        return new QueryTextEncoder(texts(), bundle.templates()).encode(text);
    }

    private OnnxTextEncoder texts() {
        loading.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            if (texts == null) {
                texts = new OnnxTextEncoder(bundle);
            }
            return texts;
        } finally {
            loading.unlock();
            unloadIfClosed();
        }
    }

    /** Who loads while it is closed does this behind it, so that nobody waits for the other. */
    private void unloadIfClosed() {
        if (closed && loading.tryLock()) {
            try {
                if (texts != null) {
                    texts.close();
                    texts = null;
                }
            } finally {
                loading.unlock();
            }
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
        loading.lock();
        try {
            if (calibration == null) {
                calibration = ModelCalibration.of(bundle, this::text);
                unseen = new StreamCalibration(calibration, ANY, null);
            }
            return calibration;
        } finally {
            loading.unlock();
            unloadIfClosed();
        }
    }

    /**
     * How much a picture's vector matches sentences that nobody asked for.
     *
     * @throws ModelException if the bundle has no background
     */
    public Reading reading(float[] vector) {
        StreamCalibration reader;
        loading.lock();
        try {
            calibration();
            reader = unseen;
        } finally {
            loading.unlock();
        }
        return reader.read(vector);
    }

    /** Gives free what is loaded; what is being loaded is when that is done, without a wait. */
    @Override
    public void close() {
        closed = true;
        pictures.close();
        unloadIfClosed();
    }
}
