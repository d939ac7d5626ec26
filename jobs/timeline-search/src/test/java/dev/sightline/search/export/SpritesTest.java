// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.search.media.GivenIndex;
import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.Pictures;
import dev.sightline.search.media.VideoPlayback;
import dev.sightline.video.StreamRef;
import dev.sightline.video.repack.RepackSettings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpritesTest {

    private static final int SAMPLES = 103;

    @TempDir Path folder;

    private Path picture(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 320, 180);
        graphics.dispose();
        Path file = folder.resolve(colour.getRGB() + ".jpg");
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }

    /** All red, but for the twelfth, which is blue, and the thirteenth, which is gone. */
    private GivenIndex index() throws IOException {
        StreamRef stream = GivenTimelines.timeline().stream();
        GivenIndex index = GivenTimelines.index();
        String red = picture(Color.RED).toUri().toString();
        String blue = picture(Color.BLUE).toUri().toString();
        for (int i = 0; i < SAMPLES; i++) {
            String uri = i == 11 ? blue : i == 12 ? folder.toUri() + "gone.jpg" : red;
            index.with(GivenTimelines.sample(stream, i * 1000L, uri));
        }
        return index;
    }

    private BufferedImage sheet(GivenIndex index, int number) throws Exception {
        return sheet(index, Long.MAX_VALUE, number);
    }

    private BufferedImage sheet(GivenIndex index, long untilMs, int number) throws Exception {
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT)) {
            Pictures pictures = new Pictures(index, List.of(folder));
            LocalVideos videos = new LocalVideos(List.of());
            Exports exports = new Exports(index, videos, playback, pictures);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ExportRequest.Part part = new ExportRequest.Part(GivenTimelines.STREAM, null);
            exports.writeSprites(part, untilMs, number, out);
            return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        }
    }

    @Test
    void eachSampleHasItsPlaceOnASheet() throws Exception {
        String vtt =
                GivenTimelines.written(
                        index(),
                        folder,
                        ExportFormat.SPRITES_VTT,
                        ExportRequest.of(GivenTimelines.STREAM));
        assertThat(vtt)
                .startsWith(
                        "WEBVTT\n\n"
                                + "1\n"
                                + "00:00:00.000 --> 00:00:01.000\n"
                                + "sprites-0.jpg#xywh=0,0,160,90\n")
                .contains("00:00:11.000 --> 00:00:12.000\nsprites-0.jpg#xywh=160,90,160,90\n")
                .contains("00:01:39.000 --> 00:01:40.000\nsprites-0.jpg#xywh=1440,810,160,90\n")
                .contains("00:01:40.000 --> 00:01:41.000\nsprites-1.jpg#xywh=0,0,160,90\n")
                .contains("00:01:42.000 --> 00:01:42.001\n");
    }

    @Test
    void sheetsShowThePicturesThere() throws Exception {
        BufferedImage first = sheet(index(), 0);
        assertThat(first.getWidth()).isEqualTo(1600);
        assertThat(first.getHeight()).isEqualTo(900);
        assertThat(new Color(first.getRGB(80, 45)).getRed()).isGreaterThan(200);
        assertThat(new Color(first.getRGB(240, 135)).getBlue()).isGreaterThan(200);
        assertThat(new Color(first.getRGB(240, 135)).getRed()).isLessThan(60);
        assertThat(new Color(first.getRGB(400, 135)).getRed()).isLessThan(60);
        BufferedImage second = sheet(index(), 1);
        assertThat(second.getWidth()).isEqualTo(480);
        assertThat(second.getHeight()).isEqualTo(90);
        assertThatThrownBy(() -> sheet(index(), 2)).isInstanceOf(InvalidExport.class);
    }

    @Test
    void sheetsStayAsTheyWereWhileAStreamGrows() throws Exception {
        GivenIndex index = index();
        ExportRequest one = ExportRequest.of(GivenTimelines.STREAM);
        ExportRequest request =
                new ExportRequest(
                        one.streams(), List.of(), 0, (sheet, untilMs) -> sheet + "-" + untilMs);
        assertThat(GivenTimelines.written(index, folder, ExportFormat.SPRITES_VTT, request))
                .contains("\n0-102000#xywh=0,0")
                .contains("\n1-102000#xywh=0,0");
        StreamRef stream = GivenTimelines.timeline().stream();
        String red = picture(Color.RED).toUri().toString();
        for (int i = SAMPLES; i < 1200; i++) { // so many that every second one is left out
            index.with(GivenTimelines.sample(stream, i * 1000L, red));
        }
        BufferedImage first = sheet(index, 102_000, 0);
        assertThat(new Color(first.getRGB(240, 135)).getBlue()).isGreaterThan(200);
        assertThat(sheet(index, 102_000, 1).getWidth()).isEqualTo(480);
        assertThat(sheet(index, 1).getWidth()).isEqualTo(1600);
    }

    @Test
    void ofALongStreamSamplesAreLeftOutEvenly() {
        ThinnedPictures thinned = new ThinnedPictures(100);
        for (int i = 0; i < 1000; i++) {
            thinned.add(new SpritePicture("p" + i, i));
        }
        List<SpritePicture> kept = thinned.pictures();
        assertThat(kept).hasSize(63);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).mediaMs()).isEqualTo(i * 16L);
        }
    }
}
