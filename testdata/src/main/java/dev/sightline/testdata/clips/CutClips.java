// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Cuts that are hard to find. */
final class CutClips {

    private static final int LONG_GOP = 250;

    private CutClips() {}

    /** Most files of the field have their keyframes this far apart. */
    static Encoding longGop() {
        return EditedClips.plain(VideoEncoder.H264).withGop(LONG_GOP);
    }

    /** A camera that glides over a part of a photograph. */
    static Painter photograph(Photograph photograph, double left, double top, double height) {
        return photograph.part(left, top, height).panned(0.03, 0.02);
    }

    static Script similarShots() {
        Painter stone = Painters.texture(211);
        Painter town = Scenery.city(212);
        Storyboard storyboard =
                Storyboard.of(stone.panned(0.03, 0.01), 40)
                        .cutTo(stone.moved(Motion.at(20), Motion.at(7)), 35)
                        .cutTo(stone.moved(Motion.steady(41, 0.04), Motion.at(3)), 45)
                        .cutTo(town.panned(0.02, 0), 40)
                        .cutTo(town.moved(Motion.steady(30, 0.02), Motion.at(0)), 40);
        return Script.steady(storyboard, longGop());
    }

    static Script reframed() {
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.CAT, 0, 0.1, 0.55), 45)
                        .cutTo(photograph(Photograph.CAT, 0.25, 0.2, 0.3), 40)
                        .cutTo(photograph(Photograph.ASTRONAUT, 0.02, 0.02, 0.5), 50)
                        .cutTo(photograph(Photograph.ASTRONAUT, 0.25, 0.05, 0.25), 35)
                        .cutTo(photograph(Photograph.ASTRONAUT, 0.02, 0.45, 0.5), 40);
        return Script.steady(storyboard, longGop());
    }

    static Script photographs() {
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.COFFEE, 0, 0.2, 0.5), 43)
                        .cutTo(photograph(Photograph.ROCKET, 0.05, 0.3, 0.5), 38)
                        .cutTo(photograph(Photograph.PHOTOGRAPHER, 0.02, 0.1, 0.5), 61)
                        .cutTo(photograph(Photograph.CAT, 0.02, 0.2, 0.5), 58);
        return Script.steady(storyboard, longGop());
    }

    static Script landscapes() {
        Storyboard storyboard =
                Storyboard.of(Scenery.hills(221).panned(0.1, 0), 40)
                        .cutTo(Scenery.hills(222).panned(-0.05, 0), 40)
                        .cutTo(Scenery.city(223).panned(0.05, 0), 40)
                        .cutTo(Scenery.bricks(224).panned(0, 0.05), 40)
                        .cutTo(Scenery.road(225, 2), 40);
        return Script.steady(storyboard, EditedClips.plain(VideoEncoder.H264).withGop(12));
    }

    static Script inTheDark() {
        Storyboard storyboard =
                Storyboard.of(dark(Scenery.city(231)), 50)
                        .cutTo(dark(photograph(Photograph.CAT, 0.02, 0.2, 0.5)), 45)
                        .cutTo(dark(Scenery.hills(232)), 40)
                        .cutTo(dark(photograph(Photograph.ROCKET, 0.05, 0.3, 0.5)), 45);
        return Script.steady(storyboard, longGop().withQuantizer(18));
    }

    static Painter dark(Painter shot) {
        return shot.exposed(Motion.at(0.12)).grained(7, 3);
    }

    static Script quick() {
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.ASTRONAUT, 0.02, 0.02, 0.5), 40)
                        .cutTo(Scenery.bricks(241).panned(0.2, 0), 10)
                        .cutTo(photograph(Photograph.COFFEE, 0, 0.2, 0.5), 10)
                        .cutTo(Scenery.hills(242), 10)
                        .cutTo(EditedClips.scene(243), 10)
                        .cutTo(photograph(Photograph.CAT, 0.02, 0.2, 0.5), 60);
        return Script.steady(storyboard, longGop());
    }

    static Script dialogue() {
        Painter room = Painters.texture(251).exposed(Motion.at(0.6));
        Painter one = speaker(room, Photograph.ASTRONAUT, 0.25, 0.6);
        Painter other =
                speaker(
                        room.panned(0, 0).moved(Motion.at(9), Motion.at(2)),
                        Photograph.CAT,
                        0.2,
                        1.2);
        Storyboard storyboard =
                Storyboard.of(one, 35)
                        .cutTo(other, 30)
                        .cutTo(one, 30)
                        .cutTo(other, 25)
                        .cutTo(one, 40);
        return Script.steady(storyboard, longGop());
    }

    private static Painter speaker(Painter room, Photograph face, double left, double at) {
        Painter front = face.part(left - at * 0.3, 0, 0.4);
        return room.behind(
                front,
                Mask.disc(Motion.swinging(at, 0.02, 0.7), Motion.swinging(0.5, 0.02, 0.9), 0.4));
    }

    static Script animation() {
        double twos = 2.0 / 25;
        Storyboard storyboard =
                Storyboard.of(Scenery.cartoon(261).held(twos), 50)
                        .cutTo(Scenery.cartoon(265).held(twos), 40)
                        .cutTo(
                                Scenery.cartoon(263)
                                        .moved(Motion.steady(-1.4, 0.4), Motion.at(0))
                                        .held(twos),
                                50)
                        .cutTo(Scenery.cartoon(264).held(twos), 40);
        return Script.steady(storyboard, longGop());
    }

    static Script titleCards() {
        Painter card =
                Painters.colour(0x000000)
                        .behind(
                                Painters.colour(0xe8e8e8),
                                Mask.writing(271, 12, 0.12).moved(Motion.at(0.3), Motion.at(0.44)));
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.COFFEE, 0, 0.2, 0.5), 45)
                        .cutToCard(Painters.colour(0x000000), 12)
                        .cutTo(Scenery.hills(272).panned(0.05, 0), 45)
                        .cutToCard(card, 40)
                        .cutTo(photograph(Photograph.ASTRONAUT, 0.02, 0.02, 0.5), 45);
        return Script.steady(storyboard, longGop());
    }

    static Script whileMoving() {
        Storyboard storyboard =
                Storyboard.of(CameraClips.inHand(Scenery.hills(281), 5), 45)
                        .cutTo(Scenery.city(282).panned(0.6, 0), 40)
                        .cutTo(
                                CameraClips.inHand(photograph(Photograph.CAT, 0.02, 0.2, 0.5), 6),
                                40)
                        .cutTo(Scenery.road(283, 5), 45)
                        .cutTo(Painters.texture(284).panned(-0.8, 0.1), 40);
        return Script.steady(storyboard, longGop());
    }

    static Script coarse() {
        Storyboard storyboard =
                Storyboard.of(CameraClips.inHand(Scenery.hills(291), 8), 60)
                        .cutTo(photograph(Photograph.PHOTOGRAPHER, 0.02, 0.1, 0.5), 45)
                        .cutTo(Scenery.road(292, 3), 55);
        return Script.steady(storyboard, longGop().withQuantizer(44));
    }

    static Script inBFrames() {
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.ROCKET, 0.05, 0.3, 0.5), 44)
                        .cutTo(photograph(Photograph.COFFEE, 0, 0.2, 0.5), 37)
                        .cutTo(Scenery.bricks(301).panned(0.1, 0), 40);
        Encoding encoding = EditedClips.plain(VideoEncoder.MPEG2).withGop(15).withBFrames(2);
        return Script.steady(storyboard, encoding.withQuantizer(6));
    }

    static Script atTheEnd() {
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.COFFEE, 0, 0.2, 0.5), 60)
                        .cutTo(dark(Scenery.hills(321)), 12);
        return Script.steady(storyboard, EditedClips.plain(VideoEncoder.MPEG4).withGop(LONG_GOP));
    }

    static Script at60() {
        return at(60, 2);
    }

    static Script at10() {
        return at(10, 1);
    }

    private static Script at(int rate, int longer) {
        Storyboard storyboard =
                Storyboard.of(photograph(Photograph.CAT, 0.02, 0.2, 0.5), 47 * longer)
                        .cutTo(Scenery.city(311).panned(0.1, 0), 39 * longer)
                        .cutTo(photograph(Photograph.COFFEE, 0, 0.2, 0.5), 44 * longer);
        Encoding encoding =
                Encoding.of(
                        VideoEncoder.H264,
                        EditedClips.WIDTH,
                        EditedClips.HEIGHT,
                        new Rational(1, rate));
        return Script.steady(storyboard, encoding);
    }
}
