// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static final String STATUS =
            "{\"topic\":\"video.stream-status.v1\",\"id\":\"%s\",\"data\":{\"state\":\"%s\"}}";
    private static final String SCENE =
            "{\"topic\":\"video.scene-changes.v1\",\"id\":\"%s\",\"data\":{}}";

    private double cpuSeconds = 5;
    private final EventLines events = new EventLines(() -> cpuSeconds);

    @Test
    void theTimeIsFromTheFirstEventOfTheStreamToItsLast() throws IOException {
        events.line(STATUS.formatted("a", "online"), 1_000_000_000L);
        cpuSeconds = 9;
        events.line(SCENE.formatted("b"), 2_000_000_000L);
        events.line(SCENE.formatted("c"), 3_000_000_000L);
        events.line(STATUS.formatted("d", "degraded"), 3_100_000_000L);
        events.line(STATUS.formatted("e", "ended"), 3_500_000_000L);

        JobRun.Result result = events.result();
        assertThat(result.seconds()).isEqualTo(2.5);
        assertThat(result.cpuSeconds()).isEqualTo(4);
        assertThat(result.ids()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    }

    @Test
    void aStreamThatDoesNotEndIsNoResult() throws IOException {
        events.line(STATUS.formatted("a", "online"), 1);

        assertThatThrownBy(events::result)
                .isInstanceOf(IOException.class)
                .hasMessage("the job did not read the file to its end");
    }

    @Test
    void aLineThatIsNoEventIsRefused() {
        assertThatThrownBy(() -> events.line("round 1", 1)).isInstanceOf(IOException.class);
    }
}
