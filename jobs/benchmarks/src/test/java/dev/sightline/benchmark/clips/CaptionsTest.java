// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.clips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionsTest {

    @Test
    void thingsBetweenPrepositionsAreParts() {
        assertThat(Captions.parts("A hand takes coffee from a kettle into a blue mug"))
                .contains("a kettle", "a blue mug");
    }

    @Test
    void whatIsNoThingOrTooLongIsNone() {
        assertThat(Captions.parts("snow on mountains")).isEmpty();
        assertThat(Captions.parts("a woman plays a very long game of snow")).isEmpty();
    }
}
