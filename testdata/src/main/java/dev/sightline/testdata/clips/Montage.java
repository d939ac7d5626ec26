// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.util.Random;

/**
 * Shots by chance, one after the other, as an editor may join them: mostly cuts, sometimes a
 * dissolve, a fade, a wipe or a flash.
 */
final class Montage {

    private static final int SHOTS = 9;
    private static final int SHORTEST = 18;
    private static final int LONGEST = 55;
    private static final int[] GOPS = {25, 50, 250};

    /** Its algorithm is part of the Java platform's contract. */
    private final Random random;

    private Montage(int seed) {
        random = new Random(seed);
    }

    /** A clip; each seed gives another one. */
    static Script script(int seed) {
        Encoding encoding = CutClips.longGop().withGop(GOPS[seed % GOPS.length]);
        return Script.steady(new Montage(seed).storyboard(), encoding.withQuantizer(30));
    }

    private Storyboard storyboard() {
        Storyboard storyboard = Storyboard.of(shot(0, 0), length());
        for (int i = 1; i < SHOTS; i++) {
            join(storyboard, shot(i, storyboard.frames() / 25.0));
        }
        return storyboard;
    }

    private int length() {
        return SHORTEST + random.nextInt(LONGEST - SHORTEST);
    }

    private void join(Storyboard storyboard, Painter shot) {
        int chance = random.nextInt(20);
        int over = 5 + random.nextInt(21);
        if (chance < 13) {
            storyboard.cutTo(shot, length());
        } else if (chance < 16) {
            storyboard.dissolveTo(shot, over, length());
        } else if (chance < 17) {
            storyboard.fadeTo(shot, over, random.nextInt(10) + 1, length());
        } else if (chance < 18) {
            storyboard.wipeTo(shot, Wipe.values()[random.nextInt(3)], over, length());
        } else {
            storyboard.flash(1 + random.nextInt(3), length()).cutTo(shot, length());
        }
    }

    /** A place; neighbours are of different kinds. The camera's path begins at {@code from}. */
    private Painter shot(int number, double from) {
        int seed = random.nextInt(1000);
        Painter place =
                switch (number % 3) {
                    case 0 -> photograph(Photograph.values()[random.nextInt(5)]);
                    case 1 -> drawn(seed);
                    default -> Scenery.cartoon(seed);
                };
        return camera(place, seed, from);
    }

    private Painter photograph(Photograph photograph) {
        double height = 0.3 + 0.2 * random.nextDouble();
        return photograph.part(0.05, 0.1 + 0.3 * random.nextDouble(), height);
    }

    private Painter drawn(int seed) {
        return switch (random.nextInt(5)) {
            case 0 -> Scenery.hills(seed);
            case 1 -> Scenery.city(seed);
            case 2 -> Scenery.bricks(seed);
            case 3 -> Scenery.road(seed, 4);
            default -> Painters.texture(seed);
        };
    }

    private Painter camera(Painter place, int seed, double from) {
        double right = 0.4 * random.nextDouble() - 0.2;
        return switch (random.nextInt(4)) {
            case 0 -> place;
            case 1 ->
                    place.moved(
                            Motion.sum(Motion.at(-right * from), Motion.steady(0, right)),
                            Motion.at(0));
            case 2 -> CameraClips.inHand(place, seed);
            default -> place.zoomed(Motion.eased(1, 1.4, from, from + 2));
        };
    }
}
