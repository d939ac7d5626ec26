// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How ONNX Runtime sessions are set up. A GPU provider is put into the options by us: DJL would add
 * one without limits, and would not notice if nothing of the graph ran on it.
 */
final class OnnxSessions {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxSessions.class);

    private OnnxSessions() {}

    /**
     * Settles AUTO, and makes sure that CUDA is there where it was asked for.
     *
     * @return CPU or CUDA
     * @throws ModelException if CUDA was asked for and this build or machine has none
     */
    static Device resolve(Device wanted) {
        EnumSet<OrtProvider> available = OrtEnvironment.getAvailableProviders();
        boolean built = available.contains(OrtProvider.CUDA);
        if (wanted == Device.CPU || wanted == Device.AUTO && !built) {
            return Device.CPU;
        }
        try (SessionOptions options = options(Device.CUDA, 1)) {
            LOG.info("ONNX Runtime can use CUDA ({})", options);
            return Device.CUDA;
        } catch (ModelException e) {
            if (wanted == Device.CUDA) {
                throw e;
            }
            LOG.warn("no CUDA device that works, using the CPU: {}", e.getMessage());
            return Device.CPU;
        }
    }

    /**
     * Options of a session; the caller closes them.
     *
     * @param threads threads inside one operator; 0 for all cores
     */
    static SessionOptions options(Device device, int threads) {
        SessionOptions options = new SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            if (device == Device.CUDA) {
                options.addCUDA(cuda());
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw new ModelException(
                    "device 'cuda' was asked for, but ONNX Runtime cannot use it here (providers "
                            + OrtEnvironment.getAvailableProviders()
                            + "): "
                            + e.getMessage()
                            + "; build with -Pgpu and run where CUDA 12 and cuDNN 9 are, or set"
                            + " device to auto or cpu",
                    e);
        }
    }

    private static OrtCUDAProviderOptions cuda() throws OrtException {
        OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0);
        // Grow by what is asked for: doubling would take the memory of other processes.
        cuda.add("arena_extend_strategy", "kSameAsRequested");
        return cuda;
    }
}
