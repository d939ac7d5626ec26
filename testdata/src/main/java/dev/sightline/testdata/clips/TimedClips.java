// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Time stamps that are not 0, 1, 2, 3. */
final class TimedClips {

    private static final Rational MILLISECONDS = new Rational(1, 1000);
    private static final int[] DELTAS = {33, 34, 17, 50, 33, 200, 33, 40, 1700, 33, 120, 25};
    private static final int LATE_SECONDS = 10;
    private static final int RECORDING_SECONDS = 3600;

    private TimedClips() {}

    static Script variableRate() {
        Storyboard storyboard =
                Storyboard.of(EditedClips.scene(111), 40).cutTo(EditedClips.scene(124), 45);
        Encoding encoding =
                Encoding.of(VideoEncoder.H264, EditedClips.WIDTH, EditedClips.HEIGHT, MILLISECONDS);
        return new Script(storyboard, encoding, TimedClips::uneven);
    }

    private static long uneven(int frame) {
        long pts = 0;
        for (int i = 0; i < frame; i++) {
            pts += DELTAS[i % DELTAS.length];
        }
        return pts;
    }

    static Script lateStart() {
        return new Script(
                Storyboard.of(EditedClips.scene(131), 50).cutTo(EditedClips.scene(142), 50),
                EditedClips.plain(VideoEncoder.H264),
                frame -> LATE_SECONDS * 25L + frame);
    }

    static Script bFrames() {
        return new Script(
                Storyboard.of(EditedClips.scene(151), 50).cutTo(EditedClips.scene(168), 50),
                EditedClips.plain(VideoEncoder.MPEG2).withGop(15).withBFrames(2),
                frame -> RECORDING_SECONDS * 25L + frame);
    }

    static Script rawStream() {
        return Script.steady(
                Storyboard.of(EditedClips.scene(171), 60).cutTo(EditedClips.scene(184), 65),
                EditedClips.plain(VideoEncoder.H264));
    }
}
