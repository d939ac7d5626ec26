// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MalformedRequest;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.decode.PictureScaler;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes the picture of a query, which anybody may have made. */
public final class QueryPicture {

    /** A small file may unpack to gigabytes. */
    private static final long MOST_PIXELS = 16_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    private QueryPicture() {}

    /**
     * Decodes and scales.
     *
     * @param picture a JPEG or PNG; what is transparent in it becomes white
     * @return the bytes that a model of that geometry takes
     * @throws MalformedRequest.Unsupported saying why it cannot be used
     */
    public static byte[] pixels(byte[] picture, FrameGeometry geometry)
            throws MalformedRequest.Unsupported {
        BufferedImage decoded;
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            decoded = decode(in);
        } catch (IOException | RuntimeException e) { // the readers throw many kinds at odd files
            throw new MalformedRequest.Unsupported(
                    "the picture cannot be decoded: " + e.getMessage());
        }
        return PictureScaler.scale(rgb(decoded), decoded.getWidth(), decoded.getHeight(), geometry);
    }

    private static BufferedImage decode(ImageInputStream in)
            throws IOException, MalformedRequest.Unsupported {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null
                || Stream.of(reader.getOriginatingProvider().getFormatNames())
                        .noneMatch(FORMATS::contains)) {
            throw new MalformedRequest.Unsupported("the picture is neither a JPEG nor a PNG");
        }
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new MalformedRequest.Unsupported(
                        "the picture has more than 16 million pixels: " + pixels);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] rgb(BufferedImage decoded) {
        int width = decoded.getWidth();
        byte[] rgb = new byte[width * decoded.getHeight() * 3];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < decoded.getHeight(); y++) {
            decoded.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                int alpha = pixel >>> 24;
                rgb[at++] = onWhite(pixel >> 16, alpha);
                rgb[at++] = onWhite(pixel >> 8, alpha);
                rgb[at++] = onWhite(pixel, alpha);
            }
        }
        return rgb;
    }

    private static byte onWhite(int colour, int alpha) {
        return (byte) (((colour & 0xff) * alpha + 0xff * (0xff - alpha)) / 0xff);
    }
}
