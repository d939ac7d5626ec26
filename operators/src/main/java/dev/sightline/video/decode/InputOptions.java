// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** The options with which FFmpeg opens each kind of input: what it may read, and how much. */
final class InputOptions {

    /** No protocol is called so: with an empty list FFmpeg would allow some. */
    private static final String NO_PROTOCOL = "none";

    private static final String MAX_STREAMS = "64";

    /** How much of a live stream is looked at before it is known what it holds. */
    private static final String PROBE_BYTES = "5000000";

    private static final String PROBE_MICROS = "5000000";

    private InputOptions() {}

    /** What to give to FFmpeg as the input's name. */
    static String url(MediaInput input) {
        if (input instanceof MediaInput.LocalFile file) {
            // The explicit protocol keeps a colon in a file's name from being read as one. Java
            // refuses a name with a zero in it, which FFmpeg would read up to there.
            return "file:" + Path.of(file.path());
        }
        return input instanceof MediaInput.Network network ? network.url() : "";
    }

    /** Native options, which the caller frees. */
    static AVDictionary of(MediaInput input) {
        AVDictionary options = new AVDictionary(null);
        values(input).forEach((name, value) -> av_dict_set(options, name, value, 0));
        return options;
    }

    static void free(AVDictionary options) {
        av_dict_free(options);
    }

    /** Names and values; later ones overrule earlier ones. */
    static Map<String, String> values(MediaInput input) {
        Map<String, String> values = new LinkedHashMap<>();
        if (input instanceof MediaInput.Network network) {
            values.put("probesize", PROBE_BYTES);
            values.put("analyzeduration", PROBE_MICROS);
            values.putAll(network.options());
            SystemCertificates.file().ifPresent(file -> values.putIfAbsent("ca_file", file));
            // FFmpeg 8 trusts everybody unless told otherwise.
            values.put("tls_verify", "1");
            allow(values, network.protocols(), network.formats());
        } else if (input instanceof MediaInput.Bytes bytes) {
            allow(values, NO_PROTOCOL, bytes.formats());
        } else {
            allow(values, "file", MediaInput.FILE_FORMATS);
        }
        values.put("codec_whitelist", AllowedCodecs.list(input));
        values.put("max_streams", MAX_STREAMS);
        return values;
    }

    private static void allow(Map<String, String> values, String protocols, String formats) {
        values.put("protocol_whitelist", protocols);
        values.put("format_whitelist", formats);
    }
}
