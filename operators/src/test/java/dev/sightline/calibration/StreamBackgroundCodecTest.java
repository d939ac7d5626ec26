// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamBackgroundCodecTest {

    private static final int SENTENCES = 7;

    private static byte[] written(StreamBackground background) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamBackgroundCodec.write(background, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static StreamBackground read(byte[] bytes) throws IOException {
        return StreamBackgroundCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static StreamBackground learnt() {
        Random random = new Random(1);
        StreamPictures pictures = StreamPictures.NONE;
        FalseAlarms alarms = FalseAlarms.none(SENTENCES);
        for (int i = 0; i < 100; i++) {
            float[] vector = new float[32];
            float[] evidence = new float[SENTENCES];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = (float) (random.nextGaussian() / Math.sqrt(32));
                evidence[j % SENTENCES] = vector[j] * 20;
            }
            pictures = pictures.with(vector, i % 3 == 0 ? new long[] {i, 1000} : new long[0]);
            alarms = alarms.after(evidence, 1000);
        }
        return new StreamBackground(pictures, alarms);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        byte[] bytes = written(learnt());
        StreamBackground again = read(bytes);
        assertThat(written(again)).isEqualTo(bytes);
        assertThat(again.pictures().bank()).hasSameSizeAs(learnt().pictures().bank());
        assertThat(again.pictures().waiting()).isNotEmpty();
        assertThat(again.pictures().preparing()).isEqualTo(learnt().pictures().preparing());
        assertThat(again.falseAlarms().begun()).isEqualTo(learnt().falseAlarms().begun());
        assertThat(again.falseAlarms().held()).isEqualTo(learnt().falseAlarms().held());
    }

    @Test
    void anotherFormIsRefused() throws IOException {
        byte[] bytes = written(learnt());
        bytes[0] = 9;
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form 9");
    }
}
