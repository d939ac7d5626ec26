// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.function.Supplier;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** What a model that cannot be loaded does to a job. */
public final class ModelFailure {

    private ModelFailure() {}

    /**
     * Loads a model for a task. Neither a bundle that is missing nor a device that does not work
     * mends itself: the job ends and says why, instead of being started again for ever.
     *
     * @throws SuppressRestartsException around the {@link ModelException} if it cannot be loaded
     */
    public static <T> T endsTheJob(Supplier<T> loading) {
        try {
            return loading.get();
        } catch (ModelException e) {
            throw new SuppressRestartsException(e);
        }
    }
}
