// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.benchmark.ranges.JobRun.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RangesTableTest {

    private final Map<Integer, List<Result>> runs = new LinkedHashMap<>();

    @Test
    void mediansAreComparedWithTheFirstNumberOfSlots() {
        runs.put(1, List.of(run(20, "a"), run(18, "a"), run(30, "a")));
        runs.put(2, List.of(run(10, "a"), run(11, "a"), run(9, "a")));

        List<String> lines = RangesTable.lines(runs);

        assertThat(lines.get(1)).contains(" 20.00 ").contains("18.00..30.00").contains(" 1.00x ");
        assertThat(lines.get(2))
                .contains(" 10.00 ")
                .contains(" 2.00x ")
                .contains(" 1.50 ")
                .endsWith("1, the same ids");
    }

    @Test
    void otherEventsDoNotPassForTheSame() {
        runs.put(1, List.of(run(20, "a")));
        runs.put(2, List.of(run(10, "a"), run(10, "b")));

        assertThat(RangesTable.lines(runs).get(2)).endsWith("OTHERS");
    }

    private static Result run(double seconds, String id) {
        return new Result(seconds, 1.5 * seconds, Set.of(id));
    }
}
