// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that ends because of its model says so nowhere but in this message. */
class ModelRemedyTest {

    @TempDir private Path folder;

    private SmallBundle small;

    @BeforeEach
    void create() throws IOException {
        small = new SmallBundle(folder);
    }

    private static AbstractThrowableAssert<?, ?> end(Runnable loading) {
        return assertThatThrownBy(
                        () ->
                                ModelFailure.endsTheJob(
                                        () -> {
                                            loading.run();
                                            return null;
                                        }))
                .isInstanceOf(SuppressRestartsException.class)
                .cause()
                .isInstanceOf(ModelException.class);
    }

    private static void image(ModelBundle bundle) {
        new OnnxImageEncoder(bundle, Device.CPU, 1).close();
    }

    @Test
    void aGraphThatIsNoneSaysWhatToDo() throws IOException {
        Files.writeString(folder.resolve("vision.onnx"), "no graph");
        ModelBundle bundle = small.load();
        end(() -> image(bundle))
                .hasMessageContaining("vision.onnx")
                .hasMessageContaining("fetch the bundle again");
    }

    @Test
    void aTokenizerThatIsNoneSaysWhatToDo() throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), "[]");
        ModelBundle bundle = small.load();
        end(() -> new OnnxTextEncoder(bundle).close())
                .hasMessageContaining("tokenizer.json")
                .hasMessageContaining("fetch the bundle again");
    }

    @Test
    void referencesThatCannotBeReadSayWhatToDo() throws IOException {
        Files.writeString(folder.resolve("reference.json"), "{");
        ModelBundle bundle = small.load();
        end(() -> image(bundle))
                .hasMessageContaining("reference.json")
                .hasMessageContaining("fetch the bundle again, or remove reference.json");
    }

    @Test
    void aModelWithAWrongVectorSaysWhatToDo() throws IOException {
        byte[] black = new byte[SmallBundle.WIDTH * SmallBundle.HEIGHT * 3];
        ModelBundle bundle = small.constant().reference("a.png", black, 5, -4, 3, -2, 1).load();
        end(() -> image(bundle))
                .hasMessageContaining("a.png")
                .hasMessageContaining("Try device cpu")
                .hasMessageContaining("fetch the bundle again");
    }

    @Test
    void anotherModelThanTheJobWasSubmittedWithSaysWhatToDo() throws IOException {
        small.load();
        end(() -> ModelBundle.load(folder, "sha256:0"))
                .hasMessageContaining("put the same bundle on every machine");
    }
}
