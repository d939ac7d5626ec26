// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryVectorTest {

    @Test
    void phrasingsMeetInTheMiddleAtUnitLength() {
        float[] mean = QueryVector.mean(List.of(new float[] {1, 0}, new float[] {0, 1}));
        assertThat(mean).containsExactly(new float[] {0.7071068f, 0.7071068f}, within(1e-6f));
    }

    @Test
    void nothingToAverageIsRefused() {
        assertThatThrownBy(() -> QueryVector.mean(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QueryVector.mean(List.of(new float[] {1, 0}, new float[] {-1, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cancel");
        assertThatThrownBy(() -> QueryVector.mean(List.of(new float[] {1, 0}, new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimensions");
    }
}
