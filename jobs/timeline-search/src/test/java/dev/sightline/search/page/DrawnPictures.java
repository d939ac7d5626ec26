// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of hills under a sky, different for every name. */
final class DrawnPictures {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    private DrawnPictures() {}

    /** A JPEG of 320 x 180. */
    static byte[] jpeg(String name) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = (name.hashCode() * 0x9E3779B9 >>> 16) / 65536f;
        Color sky = Color.getHSBColor(hue, 0.35f, 0.85f);
        graphics.setPaint(new GradientPaint(0, 0, sky, 0, HEIGHT, sky.brighter()));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setPaint(Color.getHSBColor(hue + 0.4f, 0.45f, 0.5f));
        graphics.fillOval((int) (hue * 200) - 60, 95, 260, 220);
        graphics.setPaint(Color.getHSBColor(hue + 0.45f, 0.5f, 0.38f));
        graphics.fillOval(140 - (int) (hue * 120), 120, 320, 220);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }
}
