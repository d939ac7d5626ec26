// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicePolicyTest {

    private static final Set<OrtProvider> CPU_BUILD = EnumSet.of(OrtProvider.CPU);
    private static final Set<OrtProvider> GPU_BUILD = EnumSet.of(OrtProvider.CPU, OrtProvider.CUDA);

    private final List<Device> tried = new ArrayList<>();

    /** DJL wants to make ONNX Runtime's environment, and some of these tests would be first. */
    @BeforeAll
    static void startTheRuntime() {
        OnnxRuntimeStart.ensure();
    }

    private Device load(Device wanted, Set<OrtProvider> available, boolean cudaWorks) {
        return DevicePolicy.load(
                wanted,
                available,
                device -> {
                    tried.add(device);
                    if (device == Device.CUDA && !cudaWorks) {
                        throw new ModelException("ran on [CPUExecutionProvider]");
                    }
                    return device;
                });
    }

    @Test
    void cpuIsTheCpuEvenWhereCudaWorks() {
        assertThat(load(Device.CPU, GPU_BUILD, true)).isEqualTo(Device.CPU);
        assertThat(tried).containsExactly(Device.CPU);
    }

    @Test
    void autoTakesCudaWhereItWorks() {
        assertThat(load(Device.AUTO, GPU_BUILD, true)).isEqualTo(Device.CUDA);
        assertThat(tried).containsExactly(Device.CUDA);
    }

    @Test
    void autoTakesTheCpuWhereCudaIsBuiltInButDoesNotWork() {
        assertThat(load(Device.AUTO, GPU_BUILD, false)).isEqualTo(Device.CPU);
        assertThat(tried).containsExactly(Device.CUDA, Device.CPU);
    }

    @Test
    void autoTakesTheCpuWhereCudaIsNotBuiltIn() {
        assertThat(load(Device.AUTO, CPU_BUILD, true)).isEqualTo(Device.CPU);
        assertThat(tried).containsExactly(Device.CPU);
    }

    @Test
    void cudaThatDoesNotWorkIsAnErrorAndNotTheCpu() {
        assertThatThrownBy(() -> load(Device.CUDA, GPU_BUILD, false))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("ran on [CPUExecutionProvider]");
        assertThat(tried).containsExactly(Device.CUDA);
    }

    @Test
    void cudaThatIsNotBuiltInIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> load(Device.CUDA, CPU_BUILD, true))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'cuda'")
                .hasMessageContaining("[CPU]")
                .hasMessageContaining("-Pgpu")
                .hasMessageContaining("auto or cpu");
        assertThat(tried).isEmpty();
    }

    @Test
    void anEncoderOnThisCpuBuildRefusesCudaAndRunsOnAuto(@TempDir Path folder) throws Exception {
        assumeThat(OrtEnvironment.getAvailableProviders()).doesNotContain(OrtProvider.CUDA);
        ModelBundle bundle = new SmallBundle(folder).load();
        assertThatThrownBy(() -> new OnnxImageEncoder(bundle, Device.CUDA, 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("-Pgpu");
        try (ImageEncoder encoder = new OnnxImageEncoder(bundle, Device.AUTO, 1)) {
            assertThat(encoder.encode(List.of(new byte[36]))).hasNumberOfRows(1);
        }
    }

    @Test
    void aProviderThatCannotBeAddedIsAnErrorThatSaysWhatToDo() {
        assumeThat(OrtEnvironment.getAvailableProviders()).doesNotContain(OrtProvider.CUDA);
        assertThatThrownBy(() -> OnnxSessions.options(Device.CUDA, 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("CUDA 12")
                .hasMessageContaining("-Pgpu");
    }

    @Test
    void theProfileNamesTheProviderThatRanTheNodes(@TempDir Path folder) throws Exception {
        ModelBundle bundle = new SmallBundle(folder).load();
        try (OnnxTensor input =
                OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(),
                        FloatBuffer.allocate(36),
                        new long[] {1, 3, SmallBundle.HEIGHT, SmallBundle.WIDTH})) {
            assertThat(ActiveProviders.of(bundle.vision(), Device.CPU, Map.of("pixels", input)))
                    .containsExactly("CPUExecutionProvider");
        }
    }
}
