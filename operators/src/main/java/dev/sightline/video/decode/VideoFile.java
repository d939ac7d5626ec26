// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import dev.sightline.video.StreamFailed.Category;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Opens local files, and nothing that they may name. */
final class VideoFile {

    /**
     * Containers that hold video. Play lists, slide shows and scripts are left out: a text file may
     * name other files, so it must not be opened as a video whatever it is called.
     */
    private static final String FORMATS =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,avi,flv,asf,ogg,mxf,ivf,"
                    + "h264,hevc,av1,obu,m4v,nut,dv,gxf,rm,wtv";

    private static final String MAX_STREAMS = "64";

    private VideoFile() {}

    /**
     * Opens a file; the caller closes it, before the deadline.
     *
     * @param deadline ends reads that take too long
     * @throws MediaException if it is absent or no video
     */
    static AVFormatContext open(String path, Deadline deadline) throws MediaException {
        Natives.load();
        deadline.extend();
        AVFormatContext context = avformat_alloc_context();
        deadline.watch(context);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", FORMATS, 0);
        av_dict_set(options, "max_streams", MAX_STREAMS, 0);
        // The explicit protocol keeps a colon in a file's name from being read as one. A failed
        // open frees the context.
        int result = avformat_open_input(context, "file:" + path, null, options);
        av_dict_free(options);
        if (result < 0) {
            throw new MediaException(
                    Category.OPEN, "cannot be opened as a video: " + Natives.message(result));
        }
        return context;
    }
}
