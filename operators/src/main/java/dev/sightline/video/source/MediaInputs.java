// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.decode.MediaInput;
import org.apache.flink.core.fs.Path;

/** Says how the medium of a split is opened: by what its path begins with. */
final class MediaInputs {

    private MediaInputs() {}

    /** A local path is opened by FFmpeg, whatever else by Flink's file system for its scheme. */
    static MediaInput of(VideoSplit split) {
        String path = split.path();
        return SourceLocation.isUri(path)
                ? new MediaInput.Bytes(
                        () -> new FileSystemByteSource(new Path(path)), MediaInput.FILE_FORMATS)
                : new MediaInput.LocalFile(path);
    }
}
