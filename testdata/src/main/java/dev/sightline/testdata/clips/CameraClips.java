// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import dev.sightline.testdata.clips.Change.Kind;

/** Cameras and things that move a lot, and what is laid over the picture. */
final class CameraClips {

    private static final double SHUTTER = 0.03;
    private static final Painter PAPER = Painters.colour(0xf4f0e0);

    private CameraClips() {}

    private static Script script(Storyboard storyboard) {
        return Script.steady(storyboard, CutClips.longGop());
    }

    /** The same shot with the camera in a hand. */
    static Painter inHand(Painter shot, int seed) {
        return shot.moved(Motion.trembling(seed, 0.12, 2.5), Motion.trembling(seed + 50, 0.1, 2.5));
    }

    static Script whipPans() {
        Painter shot =
                Scenery.city(431)
                        .moved(
                                Motion.sum(
                                        Motion.eased(0, 3, 1.8, 2.2), Motion.eased(0, -5, 4, 4.32)),
                                Motion.at(0))
                        .blurred(SHUTTER, 1.8, 2.24)
                        .blurred(SHUTTER, 4, 4.36);
        return script(
                Storyboard.of(shot, 150)
                        .marked(Kind.WHIP_PAN, 45, 56)
                        .marked(Kind.WHIP_PAN, 100, 109));
    }

    static Script handheld() {
        Painter shot =
                CutClips.photograph(Photograph.PHOTOGRAPHER, 0.15, 0.2, 0.4)
                        .moved(Motion.trembling(3, 0.35, 3), Motion.trembling(9, 0.3, 3));
        return script(Storyboard.of(shot, 150).marked(Kind.CAMERA, 0, 149));
    }

    static Script zooms() {
        Painter shot =
                Scenery.city(441)
                        .zoomed(
                                seconds ->
                                        Motion.eased(1, 2, 0.5, 2.5).applyAsDouble(seconds)
                                                * Motion.eased(1, 0.45, 3.2, 3.6)
                                                        .applyAsDouble(seconds)
                                                * Motion.eased(1, 2.5, 4.6, 4.8)
                                                        .applyAsDouble(seconds));
        return script(Storyboard.of(shot, 150).marked(Kind.CAMERA, 12, 120));
    }

    static Script drive() {
        return script(Storyboard.of(Scenery.road(451, 6), 125).marked(Kind.CAMERA, 0, 124));
    }

    static Script passingObjects() {
        Mask near = Mask.box(Motion.steady(-6.1, 3.5), Motion.at(0.5), 1.3, 1.2);
        Mask nearer = Mask.box(Motion.steady(17.5, -4.2), Motion.at(0.55), 1.9, 1.1);
        Painter shot =
                CutClips.photograph(Photograph.COFFEE, 0, 0.2, 0.5)
                        .behind(Painters.texture(461), near)
                        .behind(Scenery.bricks(462), nearer);
        return script(
                Storyboard.of(shot, 150).marked(Kind.OBJECT, 38, 63).marked(Kind.OBJECT, 87, 110));
    }

    static Script confetti() {
        Painter shot =
                CutClips.photograph(Photograph.ASTRONAUT, 0.02, 0.02, 0.5)
                        .behind(Painters.gradient(471), Scenery.confetti(472, 0.9))
                        .behind(Painters.colour(0xd02040), Scenery.confetti(473, 1.3));
        Encoding encoding = CutClips.longGop().withQuantizer(40);
        return Script.steady(Storyboard.of(shot, 100).marked(Kind.OBJECT, 0, 99), encoding);
    }

    static Script movingTitles() {
        Mask sudden =
                Mask.writing(481, 10, 0.2).moved(Motion.at(0.15), Motion.at(0.4)).between(1.2, 2.2);
        Mask rolling = Mask.writing(482, 9, 0.12).moved(Motion.at(0.2), Motion.steady(2.4, -0.6));
        Mask sliding = Mask.writing(483, 14, 0.1).moved(Motion.steady(-12, 3), Motion.at(0.8));
        Painter first = titled(Scenery.hills(484).panned(0.05, 0), sudden, rolling, sliding);
        Painter second = titled(Scenery.bricks(485).panned(0.05, 0), sudden, rolling, sliding);
        return script(
                Storyboard.of(first, 85)
                        .cutTo(second, 65)
                        .marked(Kind.TITLE, 30, 55)
                        .marked(Kind.TITLE, 60, 118));
    }

    private static Painter titled(Painter shot, Mask... titles) {
        Painter titled = shot;
        for (Mask title : titles) {
            titled = titled.behind(PAPER, title);
        }
        return titled;
    }

    static Script letterbox() {
        Painter black = Painters.colour(0x000000);
        Painter shot =
                CutClips.photograph(Photograph.CAT, 0.02, 0.2, 0.5)
                        .behind(black, Mask.bars(Motion.eased(-0.1, 0.13, 1.2, 1.8)).between(0, 3))
                        .behind(black, Mask.bars(Motion.at(0.13)).between(4.2, 9));
        return script(
                Storyboard.of(shot, 150)
                        .marked(Kind.LETTERBOX, 30, 45)
                        .marked(Kind.LETTERBOX, 75, 75)
                        .marked(Kind.LETTERBOX, 105, 105));
    }
}
