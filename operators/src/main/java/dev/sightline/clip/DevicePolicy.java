// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.onnxruntime.OrtProvider;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which device a model is loaded on. Whoever asks for CUDA gets CUDA or an error; a model that runs
 * on the CPU unnoticed is many times slower.
 */
final class DevicePolicy {

    private static final Logger LOG = LoggerFactory.getLogger(DevicePolicy.class);

    private DevicePolicy() {}

    /**
     * Loads a model where it was wanted, or for AUTO where it works.
     *
     * @param available what this build of ONNX Runtime has
     * @param loader loads a model on CPU or CUDA and throws a {@link ModelException} unless it
     *     really runs there
     */
    static <T> T load(Device wanted, Set<OrtProvider> available, Function<Device, T> loader) {
        return switch (wanted) {
            case CPU -> loader.apply(Device.CPU);
            case CUDA -> {
                requireBuilt(available);
                yield loader.apply(Device.CUDA);
            }
            case AUTO -> whereItWorks(available, loader);
        };
    }

    private static void requireBuilt(Set<OrtProvider> available) {
        if (!available.contains(OrtProvider.CUDA)) {
            throw new ModelException(
                    "device 'cuda' was asked for, but this build of ONNX Runtime has only "
                            + available
                            + "; build with -Pgpu, or set device to auto or cpu");
        }
    }

    private static <T> T whereItWorks(Set<OrtProvider> available, Function<Device, T> loader) {
        if (available.contains(OrtProvider.CUDA)) {
            try {
                T loaded = loader.apply(Device.CUDA);
                LOG.info("device auto: the model runs on CUDA");
                return loaded;
            } catch (ModelException e) {
                LOG.warn("device auto: no CUDA that works, using the CPU: {}", e.getMessage());
                return loader.apply(Device.CPU);
            }
        }
        LOG.info("device auto: ONNX Runtime was built without CUDA, the model runs on the CPU");
        return loader.apply(Device.CPU);
    }
}
