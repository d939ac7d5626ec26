// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPictureTest {

    @TempDir Path folder;

    private Path png(int width, int height) throws IOException {
        Random random = new Random(1);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            picture.setRGB(i % width, i / width, random.nextInt());
        }
        Path file = folder.resolve("picture.png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static byte[] read(Path file) throws MalformedRequest {
        return QueryImage.data(LocalPicture.read(file)).orElseThrow();
    }

    @Test
    void aSmallPictureIsSentAsItIs() throws Exception {
        Path file = png(20, 10);
        assertThat(read(file)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aLargePictureIsMadeSmallEnoughForARecord() throws Exception {
        Path file = png(1600, 800);
        assertThat(Files.size(file)).isGreaterThan(QueryImage.MOST_BYTES);
        byte[] sent = read(file);
        assertThat(sent.length).isLessThan(600_000);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sent));
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(320);
    }

    @Test
    void whatIsNoPictureIsRefused() throws Exception {
        for (int length : new int[] {100, 600_000}) {
            Path file = Files.write(folder.resolve("odd.png"), new byte[length]);
            assertThatThrownBy(() -> LocalPicture.read(file))
                    .isInstanceOf(MalformedRequest.class)
                    .hasMessageContaining("neither a JPEG nor a PNG");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> LocalPicture.read(folder.resolve("none.jpg")))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("none.jpg");
    }
}
