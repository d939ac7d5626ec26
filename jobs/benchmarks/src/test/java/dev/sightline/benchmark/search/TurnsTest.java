// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {

    @TempDir private Path folder;
    private final List<String> order = new ArrayList<>();

    /** Takes as many milliseconds as the question's number, and finds nothing. */
    private Scan counting(String name) {
        return new Scan() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer[] ask(int first, int count) {
                order.add(name + first);
                Answer[] answers = new Answer[count];
                for (int i = 0; i < count; i++) {
                    answers[i] = new Answer(first + i, new int[0]);
                }
                return answers;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void allAreAskedByTurnsAndTheFirstDoesNotCount() throws IOException {
        Turns turns = new Turns(2, 2);
        GeneratedVectors generated = new GeneratedVectors(VectorKind.UNIFORM, 4, 1);
        Workload workload = Workload.write(folder, generated, 100, 1, turns.questions(), 3);
        List<ScanFigures> figures =
                turns.ask(
                        List.of(counting("a"), counting("b")),
                        TrueNeighbours.of(workload),
                        progress -> {});
        assertThat(order).containsExactly("a0", "b0", "a2", "b2", "a4", "b4");
        assertThat(figures)
                .containsExactly(new ScanFigures("a", 3, 5, 0), new ScanFigures("b", 3, 5, 0));
    }
}
