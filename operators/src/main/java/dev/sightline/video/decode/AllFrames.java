// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.sightline.video.change.Detail;
import java.util.List;
import java.util.function.LongFunction;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes every frame; asks nothing of the stream. */
final class AllFrames implements FrameSource {

    private final OpenedVideo video;
    private final PacketSource packets;
    private final AVPacket packet = av_packet_alloc();
    private final LongFunction<SamplingGrid> gridFrom;
    private SamplingGrid grid;
    private MediaException failure;
    private boolean drained;
    private long pts;
    private GridPoint point;

    /**
     * @param packets those of the video
     * @param gridFrom makes the grid, given the first frame's PTS
     */
    AllFrames(OpenedVideo video, PacketSource packets, LongFunction<SamplingGrid> gridFrom) {
        this.video = video;
        this.packets = packets;
        this.gridFrom = gridFrom;
    }

    @Override
    public AVFrame next() throws MediaException {
        while (!video.decoder().receive(video.frame())) {
            if (drained) {
                return end();
            }
            feed();
        }
        pts = video.ptsInSequence();
        if (grid == null) {
            grid = gridFrom.apply(pts);
        }
        List<GridPoint> points = grid.accept(pts, keyframe());
        point = points.isEmpty() ? null : points.get(0);
        return video.frame();
    }

    private boolean keyframe() {
        return (video.frame().flags() & AV_FRAME_FLAG_KEY) != 0;
    }

    private AVFrame end() throws MediaException {
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    private void feed() {
        boolean more = false;
        try {
            more = packets.read(packet);
        } catch (MediaException e) {
            // The frames that the decoder still holds come first.
            failure = e;
        }
        if (more) {
            video.decoder().send(packet);
            av_packet_unref(packet);
        } else {
            video.decoder().send(null);
            drained = true;
        }
    }

    @Override
    public long pts() {
        return pts;
    }

    @Override
    public GridPoint point() {
        return point;
    }

    @Override
    public Detail detail() {
        return Detail.ADJACENT;
    }

    @Override
    public GridClock clock() {
        return grid.clock();
    }

    @Override
    public void close() {
        av_packet_free(packet);
    }
}
