// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.media.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes pictures; a small file that says that it is huge is not believed. */
final class SmallPicture {

    private static final long MOST_PIXELS = 4L << 20;

    private SmallPicture() {}

    /** The pixels; empty if it cannot be decoded, or is larger than 4 megapixels. */
    static Optional<BufferedImage> decode(Picture picture) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.jpeg()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            return readers.hasNext() ? decode(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the reader throws all sorts of things at broken files
        }
    }

    private static Optional<BufferedImage> decode(ImageReader reader, ImageInputStream in)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            boolean small = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            return small ? Optional.of(reader.read(0)) : Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
