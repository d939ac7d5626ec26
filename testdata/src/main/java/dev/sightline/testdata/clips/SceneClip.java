// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Clips to judge the detection of scene changes by: what editors do, and what cameras do that looks
 * like it. They are 320x180 and mostly have 25 frames a second. The other clips, {@link Clip}, are
 * about files; these are about pictures, and there are more of them than a test wants to write.
 */
public enum SceneClip {
    /** Cuts between shots of the same colours. */
    SIMILAR_SHOTS("mp4", CutClips::similarShots),
    /** Cuts from a wide view to a close one of the same thing. */
    REFRAMED("mp4", CutClips::reframed),
    /** Cuts between photographs over which the camera moves. */
    PHOTOGRAPHS("mp4", CutClips::photographs),
    /** Cuts between drawn landscapes and houses. */
    LANDSCAPES("mp4", CutClips::landscapes),
    /** Cuts between pictures that are almost black, with noise. */
    CUTS_IN_THE_DARK("mp4", CutClips::inTheDark),
    /** Cuts ten frames apart. */
    QUICK_CUTS("mp4", CutClips::quick),
    /** There and back between two shots. */
    DIALOGUE("mp4", CutClips::dialogue),
    /** Flat colours, each picture held for two frames. */
    ANIMATION("mp4", CutClips::animation),
    /** Cuts to black and to a title card, and back. */
    TITLE_CARDS("mp4", CutClips::titleCards),
    /** Cuts while the camera trembles and turns. */
    CUTS_WHILE_MOVING("mp4", CutClips::whileMoving),
    /** Cuts in a file of poor quality. */
    COARSE_CUTS("mp4", CutClips::coarse),
    /** Cuts in MPEG-2 with B-frames. */
    CUTS_IN_B_FRAMES("ts", CutClips::inBFrames),
    /** Cuts at 60 frames a second. */
    CUTS_AT_60("mp4", CutClips::at60),
    /** Cuts at 10 frames a second, as cameras in a hall have them. */
    CUTS_AT_10("mp4", CutClips::at10),
    /** A cut to a plainer shot in the last half second, in a file with one keyframe. */
    CUT_AT_THE_END("mp4", CutClips::atTheEnd),
    /** A dissolve of 5 frames. */
    DISSOLVE_5("mp4", () -> GradualClips.dissolve(5)),
    /** A dissolve of 12 frames. */
    DISSOLVE_12("mp4", () -> GradualClips.dissolve(12)),
    /** A dissolve of 25 frames. */
    DISSOLVE_25("mp4", () -> GradualClips.dissolve(25)),
    /** A dissolve of 50 frames. */
    DISSOLVE_50("mp4", () -> GradualClips.dissolve(50)),
    /** Dissolves between shots that move. */
    DISSOLVE_WHILE_MOVING("mp4", GradualClips::dissolveWhileMoving),
    /** A dissolve between two views of the same colours. */
    DISSOLVE_SIMILAR("mp4", GradualClips::dissolveSimilar),
    /** Six frames to black, six to the next shot. */
    FADE_6("mp4", () -> GradualClips.fade(6, 2)),
    /** Twelve frames to black, twelve to the next shot. */
    FADE_12("mp4", () -> GradualClips.fade(12, 6)),
    /** A second to black, a second to the next shot. */
    FADE_25("mp4", () -> GradualClips.fade(25, 12)),
    /** Two seconds to black, two to the next shot. */
    FADE_50("mp4", () -> GradualClips.fade(50, 5)),
    /** A fade through white. */
    FADE_WHITE("mp4", GradualClips::fadeThroughWhite),
    /** A fade to black, then a cut. */
    FADE_OUT_CUT_IN("mp4", GradualClips::fadeOutCutIn),
    /** A cut to black, then a fade. */
    CUT_OUT_FADE_IN("mp4", GradualClips::cutOutFadeIn),
    /** An edge that moves to the right. */
    WIPE_RIGHTWARDS("mp4", () -> GradualClips.wipe(Wipe.RIGHTWARDS, 20)),
    /** An edge that moves downwards. */
    WIPE_DOWNWARDS("mp4", () -> GradualClips.wipe(Wipe.DOWNWARDS, 10)),
    /** A circle that grows. */
    WIPE_CIRCLE("mp4", () -> GradualClips.wipe(Wipe.CIRCLE, 25)),
    /** White for one to four frames. */
    FLASHES("mp4", LightClips::flashes),
    /** The light of photographers' flashes, which goes out slowly. */
    PHOTOGRAPHERS("mp4", LightClips::photographers),
    /** White and not white by turns. */
    STROBE("mp4", LightClips::strobe),
    /** The aperture opens and closes. */
    EXPOSURE_PUMPING("mp4", LightClips::exposurePumping),
    /** A lamp is switched off and on. */
    LIGHT_SWITCH("mp4", LightClips::lightSwitch),
    /** A camera at night: much noise, and headlights. */
    NIGHT_CAMERA("mp4", LightClips::nightCamera),
    /** A camera that turns so quickly that all is a blur. */
    WHIP_PANS("mp4", CameraClips::whipPans),
    /** A camera in a hand. */
    HANDHELD("mp4", CameraClips::handheld),
    /** Slow and sudden zooms. */
    ZOOMS("mp4", CameraClips::zooms),
    /** A drive along a road. */
    DRIVE("mp4", CameraClips::drive),
    /** Things that pass close in front. */
    PASSING_OBJECTS("mp4", CameraClips::passingObjects),
    /** Small things fall all over the picture. */
    CONFETTI("mp4", CameraClips::confetti),
    /** Titles come at once, move and go; a cut under one of them. */
    MOVING_TITLES("mp4", CameraClips::movingTitles),
    /** Bars slide in, and come at once. */
    LETTERBOX("mp4", CameraClips::letterbox),
    /** Shots by chance. */
    MONTAGE_1("mp4", () -> Montage.script(1)),
    /** Other shots. */
    MONTAGE_2("mp4", () -> Montage.script(2)),
    /** Other shots. */
    MONTAGE_3("mp4", () -> Montage.script(3)),
    /** Other shots. */
    MONTAGE_4("mp4", () -> Montage.script(4)),
    /** Other shots. */
    MONTAGE_5("mp4", () -> Montage.script(5)),
    /** Other shots. */
    MONTAGE_6("mp4", () -> Montage.script(6));

    private final String extension;
    private final Supplier<Script> script;

    SceneClip(String extension, Supplier<Script> script) {
        this.extension = extension;
        this.script = script;
    }

    /** The name of its file, {@code quick-cuts.mp4} for example. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + extension;
    }

    Script script() {
        return script.get();
    }

    /**
     * Writes the clip; the same bytes in each run.
     *
     * @param folder where to; created if it is not there
     */
    public WrittenClip write(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(fileName());
        return new WrittenClip(file, script().write(file));
    }
}
