// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.clip.Vectors;
import dev.sightline.search.timeline.IndexedSample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTest {

    private static final int ROWS = 5000;

    @TempDir private Path folder;

    private Workload workload(int top) throws IOException {
        GeneratedVectors generated = new GeneratedVectors(VectorKind.UNIFORM, 8, 3);
        return Workload.write(folder, generated, ROWS, 7, 4, top);
    }

    @Test
    void bothFilesHoldRowsOfLittleEndianFloats() throws IOException {
        Workload workload = workload(3);
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(workload.vectors().path()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(ROWS * 8 * Float.BYTES);
        float[] last = workload.vectors().read()[ROWS - 1];
        assertThat(bytes.getFloat((ROWS * 8 - 1) * Float.BYTES)).isEqualTo(last[7]);
        assertThat(Vectors.dot(last, last)).isCloseTo(1, within(1e-5));
        assertThat(workload.questions()).isDeepEqualTo(workload.asked().read());
    }

    @Test
    void samplesKnowTheirRows() throws IOException {
        Workload workload = workload(3);
        List<IndexedSample> samples = new ArrayList<>();
        workload.vectors()
                .forEach(
                        (first, block) ->
                                workload.samples()
                                        .samples(first, block)
                                        .forEach(event -> samples.add((IndexedSample) event)));
        assertThat(samples).hasSize(ROWS);
        assertThat(samples.stream().map(IndexedSample::id).distinct()).hasSize(ROWS);
        assertThat(samples.stream().map(s -> s.stream().streamId()).distinct()).hasSize(7);
        for (int row = 0; row < ROWS; row += 317) {
            assertThat(workload.samples().row(samples.get(row))).isEqualTo(row);
        }
    }

    @Test
    void theTrueNeighboursAreTheNearest() throws IOException {
        Workload workload = workload(3);
        TrueNeighbours truth = TrueNeighbours.of(workload);
        float[][] vectors = workload.vectors().read();
        float[] question = workload.questions()[2];
        int nearest = 0;
        for (int row = 1; row < ROWS; row++) {
            if (Vectors.dot(vectors[row], question) > Vectors.dot(vectors[nearest], question)) {
                nearest = row;
            }
        }
        int farthest = nearest == 0 ? 1 : 0;
        assertThat(truth.recall(2, new int[] {nearest})).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(truth.recall(2, new int[] {nearest, nearest})).isLessThan(0.5);
        assertThat(truth.recall(2, new int[] {farthest})).isZero();
    }

    @Test
    void clusteredOnesLieCloseTogether() {
        GeneratedVectors clustered = new GeneratedVectors(VectorKind.CLUSTERED, 256, 5);
        float[] one = clustered.next();
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += Vectors.dot(one, clustered.next());
        }
        assertThat(sum / 100).isBetween(0.4, 0.6);
        float[] text = clustered.question(1);
        assertThat(Vectors.dot(one, text)).isBetween(-0.2, 0.5);
    }
}
