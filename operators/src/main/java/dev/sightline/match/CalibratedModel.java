// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.SharedModels;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A model's calibration with what else matching needs of it, shared by the tasks of a process.
 *
 * @param calibration of the model
 * @param logitScale factor of the cosine in its training
 */
public record CalibratedModel(ModelCalibration calibration, double logitScale) {

    private static final SharedModels<ArmingSettings, CalibratedModel> SHARED =
            new SharedModels<>(Duration.ofMinutes(1), model -> {});

    /**
     * Takes a share in the calibration of a model.
     *
     * @throws ModelException if the bundle cannot be used, or has no background to calibrate with
     */
    public static SharedModels.Lease<CalibratedModel> acquire(ArmingSettings settings) {
        return SHARED.acquire(settings, () -> load(bundle(settings)));
    }

    /** Whether the bundle has what it takes. */
    static boolean canCalibrate(ArmingSettings settings) {
        return bundle(settings).manifest().background() != null;
    }

    private static ModelBundle bundle(ArmingSettings settings) {
        return ModelBundle.load(Path.of(settings.modelPath()), settings.digest());
    }

    /** Without a text tower where the bundle brings the control group. */
    static CalibratedModel load(ModelBundle bundle) {
        try (LazyTower tower = new LazyTower(bundle)) {
            return new CalibratedModel(
                    ModelCalibration.of(bundle, tower::encode), bundle.manifest().logitScale());
        }
    }

    private static final class LazyTower implements AutoCloseable {
        private final ModelBundle bundle;
        private OnnxTextEncoder tower;

        LazyTower(ModelBundle bundle) {
            this.bundle = bundle;
        }

        float[] encode(String text) {
            if (tower == null) {
                tower = new OnnxTextEncoder(bundle);
            }
            return new QueryTextEncoder(tower, bundle.templates()).encode(text);
        }

        @Override
        public void close() {
            if (tower != null) {
                tower.close();
            }
        }
    }
}
