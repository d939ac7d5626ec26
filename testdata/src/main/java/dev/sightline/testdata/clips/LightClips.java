// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import dev.sightline.testdata.clips.Change.Kind;

/** Light that changes while the scene stays. */
final class LightClips {

    private LightClips() {}

    private static Painter astronaut() {
        return CutClips.photograph(Photograph.ASTRONAUT, 0.02, 0.02, 0.5);
    }

    static Script flashes() {
        Storyboard storyboard =
                Storyboard.of(astronaut(), 45).flash(1, 35).flash(2, 35).flash(3, 35).flash(4, 45);
        return Script.steady(storyboard, CutClips.longGop());
    }

    static Script photographers() {
        Painter shot =
                astronaut()
                        .exposed(Motion.flashed(3, 1.6, 0.05))
                        .exposed(Motion.flashed(2.2, 2.8, 0.1))
                        .exposed(Motion.flashed(4, 4.0, 0.04))
                        .exposed(Motion.flashed(3, 4.2, 0.04));
        Storyboard storyboard =
                Storyboard.of(shot, 150)
                        .marked(Kind.FLASH, 40, 48)
                        .marked(Kind.FLASH, 70, 82)
                        .marked(Kind.FLASH, 100, 115);
        return Script.steady(storyboard, CutClips.longGop());
    }

    static Script strobe() {
        Storyboard storyboard = Storyboard.of(Scenery.city(401).panned(0.05, 0), 45);
        for (int i = 0; i < 12; i++) {
            storyboard.flash(2, 3);
        }
        storyboard.flash(2, 45);
        return Script.steady(storyboard, CutClips.longGop());
    }

    static Script exposurePumping() {
        Painter shot = Scenery.hills(411).panned(0.05, 0).exposed(Motion.swinging(0.9, 0.45, 0.8));
        Storyboard storyboard = Storyboard.of(shot, 150).marked(Kind.EXPOSURE, 0, 149);
        return Script.steady(storyboard, CutClips.longGop());
    }

    static Script lightSwitch() {
        Painter shot =
                CutClips.photograph(Photograph.COFFEE, 0, 0.2, 0.5)
                        .exposed(seconds -> seconds >= 2 && seconds < 4 ? 0.45 : 1);
        Storyboard storyboard =
                Storyboard.of(shot, 150)
                        .marked(Kind.EXPOSURE, 50, 50)
                        .marked(Kind.EXPOSURE, 100, 100);
        return Script.steady(storyboard, CutClips.longGop());
    }

    static Script nightCamera() {
        Mask headlights = Mask.disc(Motion.steady(-1, 0.9), Motion.at(0.7), 0.06);
        Mask others = Mask.disc(Motion.steady(5.5, -1.2), Motion.at(0.62), 0.08);
        Painter shot =
                Scenery.city(421)
                        .exposed(Motion.at(0.25))
                        .behind(Painters.colour(0xfff4d0), headlights)
                        .behind(Painters.colour(0xffffff), others)
                        .grained(3, 9);
        Storyboard storyboard = Storyboard.of(shot, 150).marked(Kind.OBJECT, 0, 149);
        return Script.steady(storyboard, CutClips.longGop().withQuantizer(28));
    }
}
