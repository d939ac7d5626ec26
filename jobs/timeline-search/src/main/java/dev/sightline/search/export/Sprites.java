// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.media.Picture;
import dev.sightline.search.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

    /** Sheets are asked for one after the other, and each goes by the same layout. */
    private static final int REMEMBERED = 16;

    private record Place(String streamId, long epoch, long untilMs) {}

    private final TimelineIndex index;
    private final Pictures pictures;
    private final Map<Place, SpriteLayout> layouts =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Place, SpriteLayout> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    Sprites(TimelineIndex index, Pictures pictures) {
        this.index = index;
        this.pictures = pictures;
    }

    /** Finds the pictures of an epoch, in one model's samples; those of another show the same. */
    private SpriteLayout layout(String streamId, long epoch, long untilMs) throws IOException {
        SpriteLayout known = layouts.get(new Place(streamId, epoch, untilMs));
        if (known != null) {
            return known;
        }
        ThinnedPictures thinned = new ThinnedPictures(MOST_PICTURES);
        for (String model : new TreeSet<>(index.models().keySet())) {
            if (thinned.pictures().isEmpty()) {
                samples(model, new Place(streamId, epoch, untilMs), thinned);
            }
        }
        List<SpritePicture> found = thinned.pictures();
        SpriteLayout layout = new SpriteLayout(found, WIDTH, height(found), thinned.lastMs());
        layouts.put(new Place(streamId, epoch, layout.untilMs()), layout);
        return layout;
    }

    private void samples(String model, Place place, ThinnedPictures found) throws IOException {
        index.forEach(
                model,
                SampleFilter.of(place.streamId, place.epoch),
                sample -> {
                    long mediaMs = sample.sample().time().mediaMs();
                    if (mediaMs <= place.untilMs && sample.sample().picture() != null) {
                        found.add(new SpritePicture(sample.id(), mediaMs));
                    }
                });
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
    void write(ExportedStream stream, Vtt vtt, ExportRequest.Sheets sheets) throws IOException {
        String streamId = stream.stream().streamId();
        SpriteLayout layout = layout(streamId, stream.stream().epoch(), Long.MAX_VALUE);
        long streamEndMs = stream.timeline().endMs();
        for (int i = 0; i < layout.pictures().size(); i++) {
            String where =
                    sheets.address(i / SpriteLayout.ON_A_SHEET, layout.untilMs())
                            + "#xywh="
                            + layout.x(i)
                            + ","
                            + layout.y(i)
                            + ","
                            + layout.width()
                            + ","
                            + layout.height();
            long startMs = layout.pictures().get(i).mediaMs();
            vtt.cue(i + 1, startMs, layout.endMs(i, streamEndMs), Words.line(where));
        }
    }

    /**
     * Writes a sheet as JPEG.
     *
     * @param untilMs media time of the last picture of the layout that it belongs to
     * @throws InvalidExport if there is no sheet of that number
     */
    void sheet(String streamId, long epoch, long untilMs, int number, OutputStream out)
            throws IOException, InvalidExport {
        SpriteLayout layout = layout(streamId, epoch, untilMs);
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
