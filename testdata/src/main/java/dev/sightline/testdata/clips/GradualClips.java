// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Changes that take more than one frame. */
final class GradualClips {

    private GradualClips() {}

    private static Painter cat() {
        return CutClips.photograph(Photograph.CAT, 0.02, 0.2, 0.5);
    }

    private static Painter coffee() {
        return CutClips.photograph(Photograph.COFFEE, 0, 0.2, 0.5);
    }

    private static Script script(Storyboard storyboard) {
        return Script.steady(storyboard, CutClips.longGop());
    }

    static Script dissolve(int over) {
        Painter hills = Scenery.hills(320 + over).panned(0.05, 0);
        return script(Storyboard.of(cat(), 50).dissolveTo(hills, over, 60));
    }

    static Script dissolveWhileMoving() {
        return script(
                Storyboard.of(Scenery.city(331).panned(0.3, 0), 45)
                        .dissolveTo(CameraClips.inHand(coffee(), 12), 25, 45)
                        .dissolveTo(Scenery.road(332, 3), 15, 45));
    }

    static Script dissolveSimilar() {
        Painter stone = Painters.texture(341);
        return script(
                Storyboard.of(stone.panned(0.02, 0), 50)
                        .dissolveTo(stone.moved(Motion.at(15), Motion.at(4)), 20, 50));
    }

    static Script fade(int over, int black) {
        Painter hills = Scenery.hills(350 + over).panned(0.05, 0);
        return script(Storyboard.of(hills, 50).fadeTo(coffee(), over, black, 50));
    }

    static Script fadeThroughWhite() {
        Painter white = Painters.colour(0xffffff);
        return script(Storyboard.of(cat(), 50).fadeThrough(white, coffee(), 12, 4, 50));
    }

    static Script fadeOutCutIn() {
        return script(
                Storyboard.of(Scenery.hills(361).panned(0.05, 0), 50)
                        .fadeOut(18, 15)
                        .cutTo(cat(), 50));
    }

    static Script cutOutFadeIn() {
        return script(
                Storyboard.of(coffee(), 50)
                        .cutToCard(Painters.colour(0x000000), 20)
                        .fadeIn(Scenery.hills(371).panned(0.05, 0), 12, 50));
    }

    static Script wipe(Wipe wipe, int over) {
        Painter bricks = Scenery.bricks(380).panned(0.05, 0);
        return script(
                Storyboard.of(coffee(), 45)
                        .wipeTo(bricks, wipe, over, 40)
                        .wipeTo(cat(), wipe, over, 45));
    }
}
