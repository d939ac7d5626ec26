// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sightline.video.change.FoundChange.Kind;
import org.junit.jupiter.api.Test;

class FoundChangeTest {

    @Test
    void refusesWhatIsNoInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FoundChange(Kind.GRADUAL, 5, 4, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FoundChange(Kind.CUT, 5, 5, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FoundChange(Kind.CUT, 5, 5, 0, Double.NaN));
        assertThatNullPointerException().isThrownBy(() -> new FoundChange(null, 5, 5, 0, 1));
    }

    @Test
    void refusesAFrameWithoutAPicture() {
        assertThatNullPointerException().isThrownBy(() -> new Frame(0, null));
    }
}
