// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Small clips to test with, each about one thing that videos do. They are 161 to 320 pixels wide
 * and mostly have 25 frames a second.
 */
public enum Clip {
    /** Four shots of 50, 37, 63 and 50 frames. */
    HARD_CUTS("mp4", EditedClips.hardCuts()),
    /** Two shots with a dissolve of 25 frames between them. */
    DISSOLVE("mp4", EditedClips.dissolve()),
    /** A shot fades to black and another fades in. */
    FADE_THROUGH_BLACK("mp4", EditedClips.fade()),
    /** Two white frames in one shot. */
    FLASH("mp4", EditedClips.flash()),
    /** A camera that turns steadily; no change. */
    PAN("mp4", EditedClips.pan()),
    /** Black from beginning to end. */
    BLACK("mp4", EditedClips.black()),
    /** One picture that does not move. */
    FROZEN("mp4", EditedClips.frozen()),
    /** Keyframes 250 frames apart, without cuts. */
    LONG_GOP("mp4", EditedClips.longGop()),
    /** Frames 17 to 1,700 ms apart, with a cut. */
    VARIABLE_FRAME_RATE("mp4", TimedClips.variableRate()),
    /** The first frame is at 10 s, where the file has nothing before. */
    LATE_START("mp4", TimedClips.lateStart()),
    /** MPEG-2 whose packets are not in the order of presentation, cut out of a long recording. */
    B_FRAMES("ts", TimedClips.bFrames()),
    /** H.264 without a container: no time stamps. */
    RAW_STREAM("h264", TimedClips.rawStream()),
    /** To be turned clockwise by a quarter turn. */
    ROTATED("mp4", ShapedClips.rotated()),
    /** 161x121 pixels, VP9. */
    ODD_SIZE("webm", ShapedClips.oddSize()),
    /** 240x180 pixels that are wider than high, to be shown as 320x180. */
    WIDE_PIXELS("mkv", ShapedClips.widePixels()),
    /** Each frame is two fields; MPEG-2. */
    INTERLACED("ts", ShapedClips.interlaced()),
    /** Luma from 0 to 255; the pictures of {@link #LIMITED_RANGE}. */
    FULL_RANGE("mp4", ShapedClips.range(Display.Colours.BT709_FULL)),
    /** Luma from 16 to 235; the pictures of {@link #FULL_RANGE}. */
    LIMITED_RANGE("mp4", ShapedClips.range(Display.Colours.BT709_LIMITED)),
    /** The pictures grow from 240x136 to 320x180 after three seconds; the shot goes on. */
    SIZE_CHANGE("ts", ShapedClips::sizeChange),
    /** Ends in the middle of a frame, though its index promises more. */
    TRUNCATED("mp4", BrokenClips::truncated),
    /** Cut off before its index: nothing of it can be read. */
    WITHOUT_INDEX("mp4", BrokenClips::withoutIndex),
    /** A text file by the name of a video. */
    TEXT("mp4", BrokenClips::text);

    /** Writes a clip and says what is in it. */
    @FunctionalInterface
    interface Recipe {
        ClipTruth write(Path file) throws IOException;
    }

    private final String extension;
    private final Recipe recipe;

    Clip(String extension, Recipe recipe) {
        this.extension = extension;
        this.recipe = recipe;
    }

    Clip(String extension, Script script) {
        this(extension, script::write);
    }

    /** The name of its file, {@code hard-cuts.mp4} for example. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + extension;
    }

    /**
     * Writes the clip; the same bytes in each run.
     *
     * @param folder where to; created if it is not there
     */
    public WrittenClip write(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve(fileName());
        return new WrittenClip(file, recipe.write(file));
    }
}
