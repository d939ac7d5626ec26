// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.media.Picture;
import dev.sightline.search.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Puts the pictures of an epoch's samples on sheets, ten by ten, and says in WebVTT which is where,
 * as players want it that show a small picture over the time line. Of a long stream every second
 * sample is left out, or three of four, and so on.
 */
final class Sprites {

    /** Ten sheets. */
    static final int MOST_PICTURES = 1000;

    private static final int WIDTH = 160;
    private static final int USUAL_HEIGHT = 90;
    private static final int LEAST_HEIGHT = 40;
    private static final int MOST_HEIGHT = 320;

    /** If none of so many pictures can be read, they were deleted. */
    private static final int LOOKED_AT = 20;

    private final TimelineIndex index;
    private final Pictures pictures;

    Sprites(TimelineIndex index, Pictures pictures) {
        this.index = index;
        this.pictures = pictures;
    }

    /** Finds the pictures of an epoch, in one model's samples; those of another show the same. */
    SpriteLayout layout(ExportedStream stream) throws IOException {
        List<SpritePicture> found = List.of();
        for (String model : new TreeSet<>(index.models().keySet())) {
            if (found.isEmpty()) {
                found = samples(model, stream);
            }
        }
        return new SpriteLayout(found, WIDTH, height(found), stream.timeline().endMs());
    }

    private List<SpritePicture> samples(String model, ExportedStream stream) throws IOException {
        ThinnedPictures thinned = new ThinnedPictures(MOST_PICTURES);
        index.forEach(
                model,
                SampleFilter.of(stream.stream().streamId()),
                sample -> {
                    boolean counts = sample.stream().epoch() == stream.stream().epoch();
                    if (counts && sample.sample().picture() != null) {
                        long mediaMs = sample.sample().time().mediaMs();
                        thinned.add(new SpritePicture(sample.id(), mediaMs));
                    }
                });
        return thinned.pictures();
    }

    private int height(List<SpritePicture> found) throws IOException {
        for (SpritePicture one : found.subList(0, Math.min(found.size(), LOOKED_AT))) {
            Optional<BufferedImage> image = image(one);
            if (image.isPresent()) {
                int height = WIDTH * image.get().getHeight() / image.get().getWidth();
                return Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, height));
            }
        }
        return USUAL_HEIGHT;
    }

    private Optional<BufferedImage> image(SpritePicture one) throws IOException {
        Optional<Picture> picture = pictures.read(one.id());
        return picture.flatMap(SmallPicture::decode);
    }

    /** Says in WebVTT which picture is where. */
    void write(ExportedStream stream, Writer out, long offsetMs, IntFunction<String> sheets)
            throws IOException {
        SpriteLayout layout = layout(stream);
        Vtt vtt = new Vtt(out, offsetMs);
        for (int i = 0; i < layout.pictures().size(); i++) {
            String where =
                    sheets.apply(i / SpriteLayout.ON_A_SHEET)
                            + "#xywh="
                            + layout.x(i)
                            + ","
                            + layout.y(i)
                            + ","
                            + layout.width()
                            + ","
                            + layout.height();
            vtt.cue(i + 1, layout.pictures().get(i).mediaMs(), layout.endMs(i), Words.line(where));
        }
    }

    /**
     * Writes a sheet as JPEG.
     *
     * @throws InvalidExport if there is no sheet of that number
     */
    void sheet(ExportedStream stream, int number, OutputStream out)
            throws IOException, InvalidExport {
        SpriteLayout layout = layout(stream);
        if (number < 0 || number >= layout.sheets()) {
            throw new InvalidExport(
                    "sheet", "there are " + layout.sheets() + " sheets, counted from 0");
        }
        BufferedImage sheet = new SpriteSheet(layout, number).draw(this::image);
        // Not by the stream itself: ImageIO would put it into a file first.
        try (ImageOutputStream jpeg = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(sheet, "jpeg", jpeg);
        }
    }
}
