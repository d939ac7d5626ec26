// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import dev.sightline.testdata.clips.Change.Kind;
import dev.sightline.testdata.clips.Display.Colours;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Pictures that are not shown as they are coded. */
final class ShapedClips {

    private static final int CHANGE_AT = 75;
    private static final int FRAMES = 150;

    private ShapedClips() {}

    static Script rotated() {
        Encoding encoding = EditedClips.plain(VideoEncoder.H264).with(Display.PLAIN.rotated(90));
        return Script.steady(Storyboard.of(EditedClips.scene(171), 75), encoding);
    }

    static Script oddSize() {
        Encoding encoding = EditedClips.plain(VideoEncoder.VP9).withSize(161, 121);
        return Script.steady(Storyboard.of(EditedClips.scene(182), 75), encoding);
    }

    static Script widePixels() {
        Encoding encoding =
                EditedClips.plain(VideoEncoder.MPEG4)
                        .withSize(240, 180)
                        .with(Display.PLAIN.withSampleAspect(4, 3));
        return Script.steady(Storyboard.of(EditedClips.scene(193), 75), encoding);
    }

    static Script interlaced() {
        Encoding encoding =
                EditedClips.plain(VideoEncoder.MPEG2)
                        .withGop(15)
                        .withBFrames(2)
                        .with(Display.PLAIN.inFields());
        return Script.steady(Storyboard.of(EditedClips.scene(215), 75), encoding);
    }

    /** Fields from black to white, where a mistaken range shows most. */
    static Script range(Colours colours) {
        Painter painter = Painters.checkerboard(4, 0x000000, 0xffffff).panned(0.1, 0);
        Encoding encoding = EditedClips.plain(VideoEncoder.H264).with(Display.PLAIN.with(colours));
        return Script.steady(Storyboard.of(painter, 75), encoding);
    }

    static ClipTruth sizeChange(Path file) throws IOException {
        Storyboard storyboard = Storyboard.of(EditedClips.scene(204), FRAMES);
        Encoding small = EditedClips.plain(VideoEncoder.H264).withSize(240, 136);
        Script script = Script.steady(storyboard, small);
        try (ClipWriter writer = ClipWriter.open(file, small)) {
            for (int frame = 0; frame < CHANGE_AT; frame++) {
                writer.write(script.picture(frame, small.width(), small.height()), frame);
            }
            writer.resize(EditedClips.WIDTH, EditedClips.HEIGHT);
            for (int frame = CHANGE_AT; frame < FRAMES; frame++) {
                Picture picture = script.picture(frame, EditedClips.WIDTH, EditedClips.HEIGHT);
                writer.write(picture, frame);
            }
            writer.finish();
        }
        return script.truth().with(List.of(Change.at(Kind.RESOLUTION, CHANGE_AT)));
    }
}
