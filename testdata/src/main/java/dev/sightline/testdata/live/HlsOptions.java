// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import java.util.ArrayList;
import java.util.List;

/**
 * How {@link LiveHls} cuts a stream into segments.
 *
 * @param segmentSeconds least length of a segment; it ends before the next keyframe
 * @param window segments in the playlist; 0 for all since the start
 * @param fragmented MP4 fragments in place of MPEG transport streams
 * @param firstPts the first frame's PTS, in units of 1/90000 s
 */
public record HlsOptions(int segmentSeconds, int window, boolean fragmented, long firstPts) {

    private static final long PTS_WRAP = 1L << 33;
    private static final int CLOCK = 90_000;

    /** Segments of one second, six in the playlist, MPEG transport streams from 0 s. */
    public static final HlsOptions DEFAULT = new HlsOptions(1, 6, false, 0);

    /** The same with other segments. */
    public HlsOptions withSegments(int seconds, int inPlaylist) {
        return new HlsOptions(seconds, inPlaylist, fragmented, firstPts);
    }

    /** The same in MP4 fragments. */
    public HlsOptions withFragments() {
        return new HlsOptions(segmentSeconds, window, true, firstPts);
    }

    /** The same, begun so many seconds before the 33 bits of a PTS wrap. */
    public HlsOptions startingBeforeWrap(int seconds) {
        return new HlsOptions(
                segmentSeconds, window, fragmented, PTS_WRAP - (long) seconds * CLOCK);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-f", "hls", "-hls_time", Integer.toString(segmentSeconds)));
        arguments.addAll(List.of("-hls_list_size", Integer.toString(window)));
        arguments.addAll(List.of("-hls_segment_type", fragmented ? "fmp4" : "mpegts"));
        arguments.addAll(List.of("-muxdelay", "0", "-muxpreload", "0"));
        if (firstPts > 0) {
            arguments.addAll(List.of("-output_ts_offset", firstPts * 1_000_000 / CLOCK + "us"));
        }
        return arguments;
    }
}
