// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Public-domain and CC0 photographs, 224x224; where they come from is in the README. */
public enum Photograph {
    /** A portrait before a flag and a model of a spacecraft. */
    ASTRONAUT,
    /** A cat's face. */
    CAT,
    /** A red cup on a saucer. */
    COFFEE,
    /** A man with a camera on a tripod, in grey. */
    PHOTOGRAPHER,
    /** A rocket on its pad at night. */
    ROCKET;

    private Picture picture;

    /**
     * A painter of it, as large as the picture is high, mirrored beyond its edges. A camera that
     * sees nothing of that looks with a magnification of 1.8 or more.
     */
    public Painter painter() {
        return Painters.picture(picture());
    }

    /**
     * A part of it that fills a wide picture.
     *
     * @param left of the part, 0 to 1 in units of the photograph
     * @param top of the part, 0 to 1 in units of the photograph
     * @param height of the part, 0 to 1 in units of the photograph
     */
    public Painter part(double left, double top, double height) {
        Painter all = painter();
        return (x, y, seconds) -> all.colour(left + x * height, top + y * height, seconds);
    }

    /** Read when it is first needed: most clips show none. */
    private synchronized Picture picture() {
        if (picture == null) {
            String name = "photographs/" + name().toLowerCase(Locale.ROOT) + ".png";
            try (InputStream in = Photograph.class.getResourceAsStream(name)) {
                picture = picture(ImageIO.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + name, e);
            }
        }
        return picture;
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] colours = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] rgb = new byte[colours.length * 3];
        for (int i = 0; i < colours.length; i++) {
            rgb[3 * i] = (byte) (colours[i] >> 16);
            rgb[3 * i + 1] = (byte) (colours[i] >> 8);
            rgb[3 * i + 2] = (byte) colours[i];
        }
        return new Picture(width, height, rgb);
    }
}
