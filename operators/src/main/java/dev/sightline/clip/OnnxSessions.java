// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/**
 * How ONNX Runtime sessions are set up. A GPU provider is put into the options by us: DJL would add
 * one without limits, and would not notice if nothing of the graph ran on it.
 */
final class OnnxSessions {

    /**
     * Threads that have nothing to do would spin for a while in the hope of more: between the
     * batches that a stream gives, that costs more than the model, at the decoders' expense.
     */
    private static final String SPINNING = "session.intra_op.allow_spinning";

    private OnnxSessions() {}

    /**
     * Options of a session; the caller closes them.
     *
     * @param device CPU or CUDA
     * @param threads threads inside one operator; 0 for all cores
     * @throws ModelException if CUDA is wanted and cannot be used here
     */
    static SessionOptions options(Device device, int threads) {
        OnnxRuntimeStart.ensure();
        SessionOptions options = new SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            options.addConfigEntry(SPINNING, "0");
            if (device == Device.CUDA) {
                addCuda(options);
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw new ModelException(
                    "ONNX Runtime cannot use "
                            + device
                            + " here (providers "
                            + OrtEnvironment.getAvailableProviders()
                            + "): "
                            + e.getMessage()
                            + "; device cuda needs a build with -Pgpu and a machine with CUDA 12"
                            + " and cuDNN 9, else set device to auto or cpu",
                    e);
        }
    }

    private static void addCuda(SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            // Grow by what is asked for: doubling would take the memory of other processes.
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            options.addCUDA(cuda);
        }
    }
}
