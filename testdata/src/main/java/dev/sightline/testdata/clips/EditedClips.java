// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** What editing and camera work do, in plain encodings. */
final class EditedClips {

    static final Rational FRAMES_25 = new Rational(1, 25);
    static final int WIDTH = 320;
    static final int HEIGHT = 180;

    private EditedClips() {}

    static Encoding plain(VideoEncoder encoder) {
        return Encoding.of(encoder, WIDTH, HEIGHT, FRAMES_25);
    }

    /** A shot that moves a little, as most do. */
    static Painter scene(int seed) {
        return Painters.texture(seed).panned(0.05, 0.02);
    }

    static Script hardCuts() {
        Storyboard storyboard =
                Storyboard.of(scene(11), 50)
                        .cutTo(Painters.gradient(12), 37)
                        .cutTo(scene(23), 63)
                        .cutTo(Painters.checkerboard(6, 0x204080, 0xe0c060).panned(0.1, 0), 50);
        return Script.steady(storyboard, plain(VideoEncoder.H264));
    }

    static Script dissolve() {
        Storyboard storyboard = Storyboard.of(scene(31), 70).dissolveTo(scene(45), 25, 75);
        return Script.steady(storyboard, plain(VideoEncoder.H264));
    }

    static Script fade() {
        Storyboard storyboard = Storyboard.of(scene(52), 70).fadeTo(scene(66), 20, 10, 70);
        return Script.steady(storyboard, plain(VideoEncoder.H264));
    }

    static Script flash() {
        return Script.steady(Storyboard.of(scene(71), 60).flash(2, 88), plain(VideoEncoder.H264));
    }

    static Script pan() {
        Painter view = Painters.texture(82).panned(0.5, 0);
        return Script.steady(Storyboard.of(view, 150), plain(VideoEncoder.H264));
    }

    static Script black() {
        return Script.steady(
                Storyboard.of(Painters.colour(0x000000), 125), plain(VideoEncoder.H264));
    }

    static Script frozen() {
        return Script.steady(Storyboard.of(scene(95).frozen(), 125), plain(VideoEncoder.H264));
    }

    static Script longGop() {
        Encoding encoding = plain(VideoEncoder.H264).withGop(250);
        return Script.steady(Storyboard.of(scene(101), 400), encoding);
    }
}
