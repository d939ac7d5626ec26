// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamRef;
import dev.sightline.video.VisualChange;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Makes the samples of one stream from its decoded frames. One thread. */
final class SampleMaker implements AutoCloseable {

    private final StreamRef stream;
    private final FrameGeometry geometry;
    private final FrameScaler scaler;
    private final PreviewEncoder previews;

    SampleMaker(StreamRef stream, DecoderSettings settings) {
        this.stream = stream;
        this.geometry = settings.geometry();
        this.scaler = new FrameScaler(geometry, settings.ignore());
        this.previews = new PreviewEncoder(settings.previewSize());
    }

    /**
     * @param aspect width of a pixel over its height
     * @param errors what the decoder refused since the sample before
     * @throws MediaException if the frame cannot be scaled
     */
    Sample make(
            AVFrame frame,
            double aspect,
            long k,
            MediaTime time,
            int errors,
            List<VisualChange> changes)
            throws MediaException {
        byte[] rgb = scaler.toRgb(frame, aspect);
        boolean blank = BlankPicture.is(rgb, geometry.width(), geometry.height());
        byte[] preview = previews.encode(frame, aspect);
        return new Sample(stream, k, time, rgb, blank, preview, errors, changes);
    }

    @Override
    public void close() {
        scaler.close();
        previews.close();
    }
}
