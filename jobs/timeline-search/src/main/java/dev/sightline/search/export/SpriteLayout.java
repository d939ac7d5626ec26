// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.List;

/**
 * Where the small pictures of an epoch are.
 *
 * @param pictures in the order of time, which is that of the sheets
 * @param width of each in pixels
 * @param height likewise
 * @param endMs until when the last one stands, in milliseconds of media time
 */
record SpriteLayout(List<SpritePicture> pictures, int width, int height, long endMs) {

    static final int COLUMNS = 10;
    static final int ROWS = 10;
    static final int ON_A_SHEET = COLUMNS * ROWS;

    int sheets() {
        return (pictures.size() + ON_A_SHEET - 1) / ON_A_SHEET;
    }

    /** The pictures of a sheet. */
    List<SpritePicture> sheet(int number) {
        int from = number * ON_A_SHEET;
        return pictures.subList(from, Math.min(pictures.size(), from + ON_A_SHEET));
    }

    /** Left edge of a picture on its sheet, in pixels. */
    int x(int place) {
        return place % COLUMNS * width;
    }

    /** Upper edge likewise. */
    int y(int place) {
        return place % ON_A_SHEET / COLUMNS * height;
    }

    /** Until when a picture stands for what is shown. */
    long endMs(int place) {
        return place + 1 < pictures.size()
                ? pictures.get(place + 1).mediaMs()
                : Math.max(endMs, pictures.get(place).mediaMs() + 1);
    }
}
