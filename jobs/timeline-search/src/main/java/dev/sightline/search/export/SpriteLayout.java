// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.List;

/**
 * Where the small pictures of an epoch are.
 *
 * @param pictures in the order of time, which is that of the sheets
 * @param width of each in pixels
 * @param height likewise
 * @param untilMs media time of the last picture that there was, in milliseconds, whether it was
 *     left out or not; -1 if there was none
 */
record SpriteLayout(List<SpritePicture> pictures, int width, int height, long untilMs) {

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

    /**
     * Until when a picture stands for what is shown.
     *
     * @param streamEndMs likewise of the stream
     */
    long endMs(int place, long streamEndMs) {
        return place + 1 < pictures.size()
                ? pictures.get(place + 1).mediaMs()
                : Math.max(streamEndMs, pictures.get(place).mediaMs() + 1);
    }
}
