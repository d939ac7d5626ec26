// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of small pictures.
 *
 * @param layout where they are
 * @param number of the sheet, from 0
 */
record SpriteSheet(SpriteLayout layout, int number) {

    /** Decodes a picture; empty if it is gone. */
    @FunctionalInterface
    interface Source {
        Optional<BufferedImage> image(SpritePicture picture) throws IOException;
    }

    /** Draws it, one picture after the other; one that is gone stays black. */
    BufferedImage draw(Source source) throws IOException {
        List<SpritePicture> shown = layout.sheet(number);
        int columns = Math.min(SpriteLayout.COLUMNS, shown.size());
        int rows = (shown.size() + SpriteLayout.COLUMNS - 1) / SpriteLayout.COLUMNS;
        BufferedImage sheet =
                new BufferedImage(
                        columns * layout.width(),
                        rows * layout.height(),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int i = 0; i < shown.size(); i++) {
            Optional<BufferedImage> image = source.image(shown.get(i));
            if (image.isPresent()) {
                draw(graphics, image.get(), i);
            }
        }
        graphics.dispose();
        return sheet;
    }

    /** In the middle of its place, as large as fits. */
    private void draw(Graphics2D graphics, BufferedImage image, int place) {
        double scale =
                Math.min(
                        (double) layout.width() / image.getWidth(),
                        (double) layout.height() / image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        int x = layout.x(place) + (layout.width() - width) / 2;
        int y = layout.y(place) + (layout.height() - height) / 2;
        graphics.drawImage(image, x, y, width, height, null);
    }
}
