// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelIncidentsTest {

    private static ModelIncident incident(String jobId, int second) {
        return new ModelIncident(jobId, Instant.ofEpochSecond(second), "wrong vector");
    }

    @Test
    void anIncidentOfManySamplesIsOne() {
        ModelIncidents.add(incident("one", 1));
        ModelIncidents.add(incident("one", 1));
        ModelIncidents.add(incident("other", 1));
        assertThat(ModelIncidents.take("one")).containsExactly(incident("one", 1));
        assertThat(ModelIncidents.take("one")).isEmpty();
        assertThat(ModelIncidents.take("other")).hasSize(1);
    }

    @Test
    void whatNobodyTellsIsForgottenFromTheOldestOn() {
        for (int second = 0; second < 1000; second++) {
            ModelIncidents.add(incident("gone", second));
        }
        assertThat(ModelIncidents.take("gone"))
                .hasSize(64)
                .startsWith(incident("gone", 936))
                .endsWith(incident("gone", 999));
    }
}
