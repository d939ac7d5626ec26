// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Makes a picture file of this machine part of a query, since the job may run elsewhere. */
final class LocalPicture {

    /** As base64 in a record, it stays below the largest record that brokers take by default. */
    private static final long MOST_BYTES = 512 * 1024;

    private static final long LARGEST_FILE = 64L << 20;
    private static final long MOST_PIXELS = 200_000_000;

    /** Above what models look at. */
    private static final int LONG_SIDE = 640;

    private LocalPicture() {}

    /**
     * Reads a file.
     *
     * @return the picture as queries take it; a large one is made smaller
     * @throws MalformedRequest if it cannot be read, or is neither a JPEG nor a PNG
     */
    static String read(Path file) throws MalformedRequest {
        try {
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new MalformedRequest(file + " has more than " + LARGEST_FILE + " bytes");
            }
            return QueryImage.ofBytes(size > MOST_BYTES ? smaller(file) : Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MalformedRequest("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static byte[] smaller(Path file) throws IOException, MalformedRequest {
        BufferedImage picture = decode(file);
        double scale =
                Math.min(1, (double) LONG_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        // Averages all pixels; the canvas's own scaling looks at four of them.
        Image averaged = picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
        canvas.drawImage(averaged, 0, 0, Color.WHITE, null);
        canvas.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(scaled, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private static BufferedImage decode(Path file) throws IOException, MalformedRequest {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new MalformedRequest(file + " is neither a JPEG nor a PNG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.read(0, sparse(file, reader));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Twice the size that is wanted, at least, so that there is something to average. */
    private static ImageReadParam sparse(Path file, ImageReader reader)
            throws IOException, MalformedRequest {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new MalformedRequest(file + " has more than " + MOST_PIXELS + " pixels");
        }
        int step = Math.max(1, Math.max(width, height) / (2 * LONG_SIDE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }
}
