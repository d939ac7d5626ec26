// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.decode.MediaInput;
import org.apache.flink.core.fs.Path;

/** Says how the medium of a split is opened: by what its path begins with. */
final class MediaInputs {

    private MediaInputs() {}

    /**
     * A local path is opened by FFmpeg, what is on HTTP by us, whatever else by Flink's file system
     * for its scheme.
     *
     * @param geometry of the model's input: no larger variant of a playlist than needed for it is
     *     read
     */
    static MediaInput of(VideoSplit split, FrameGeometry geometry) {
        String path = split.path();
        if (WebInputs.isWeb(path)) {
            return WebInputs.input(path, Math.max(geometry.width(), geometry.height()));
        }
        return SourceLocation.isUri(path)
                ? new MediaInput.Bytes(
                        () -> new FileSystemByteSource(new Path(path)), MediaInput.FILE_FORMATS)
                : new MediaInput.LocalFile(path);
    }
}
