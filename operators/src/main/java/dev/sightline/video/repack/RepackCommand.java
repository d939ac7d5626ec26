// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.decode.BundledFfmpeg;
import dev.sightline.video.decode.FrameRate;
import dev.sightline.video.decode.VideoFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that converts a file.
 *
 * @param facts what the file is
 * @param plan what it becomes
 * @param start where it begins
 * @param settings what it may cost
 */
record RepackCommand(
        VideoFacts facts, RepackPlan plan, RepackStart start, RepackSettings settings) {

    /** Few enough that several can run beside the service. */
    private static final String THREADS = "2";

    /** So much is converted as fast as it goes, so that it plays at once. */
    private static final long BURST_SECONDS = 10;

    /** A viewer gets a second at a time; the program holds no more. */
    private static final String FRAGMENT_MICROS = "1000000";

    /** Larger pictures are not decoded: 8192 x 8192. */
    private static final String MOST_PIXELS = "67108864";

    private static final double BITS_PER_PIXEL = 0.12;
    private static final long LEAST_BITS = 300_000;
    private static final long MOST_BITS = 5_000_000;
    private static final double MOST_FRAMES = 60;

    /** The program with its arguments; it writes to its standard output. */
    List<String> arguments(Path file) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(BundledFfmpeg.program().toString());
        all.addAll(List.of("-nostdin", "-v", "error", "-abort_on", "empty_output"));
        all.addAll(List.of("-copyts", "-threads", THREADS));
        all.addAll(BundledFfmpeg.input(file, inputOptions()));
        all.addAll(List.of("-map", "0:" + facts.videoStream()));
        if (!plan.soundEncoder().isEmpty()) {
            all.addAll(List.of("-map", "0:" + facts.audioStream()));
            all.addAll(sound());
        }
        all.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        if (start.cuts()) {
            all.addAll(List.of("-copypriorss", "0"));
        }
        all.addAll(plan.copies() ? List.of("-c:v", RepackPlan.COPY) : converted());
        all.addAll(output());
        return all;
    }

    private List<String> inputOptions() {
        List<String> options = new ArrayList<>();
        if (!plan.copies()) {
            options.addAll(List.of("-max_pixels", MOST_PIXELS));
            options.addAll(List.of("-readrate", String.valueOf(settings.speed())));
            long burst = BURST_SECONDS + start.aheadMs() / 1000;
            options.addAll(List.of("-readrate_initial_burst", String.valueOf(burst)));
        }
        options.addAll(start.options());
        return options;
    }

    private List<String> sound() {
        List<String> options = new ArrayList<>(List.of("-c:a", plan.soundEncoder()));
        boolean copied = plan.soundEncoder().equals(RepackPlan.COPY);
        if (copied && facts.audio().equals("aac") && facts.container().startsWith("mpeg")) {
            // Each packet has a header there, which MP4 has once.
            options.addAll(List.of("-bsf:a", "aac_adtstoasc"));
        } else if (start.cuts() && !copied) {
            options.addAll(List.of("-af", "atrim=start=0"));
        }
        return options;
    }

    private List<String> converted() {
        int[] size = size();
        List<String> options = new ArrayList<>();
        options.addAll(List.of("-c:v", plan.videoEncoder(), "-threads:v", THREADS));
        options.addAll(List.of("-b:v", String.valueOf(bitRate(size))));
        String cut = start.cuts() ? "trim=start=0," : "";
        String scaled = cut + "scale=" + size[0] + ":" + size[1] + ":flags=bilinear";
        options.addAll(List.of("-vf", scaled + ",setsar=1,format=yuv420p"));
        // Each frame keeps its time, however far the next one is.
        options.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "demux"));
        options.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*2)"));
        if (plan.videoEncoder().startsWith("libvpx")) {
            options.addAll(List.of("-deadline", "realtime", "-cpu-used", "8"));
        }
        return options;
    }

    /** Even sides, as the encoders want them. */
    private int[] size() {
        double longer = Math.max(facts.width(), facts.height());
        double scale = Math.min(1, settings.longSide() / longer);
        return new int[] {even(facts.width() * scale), even(facts.height() * scale)};
    }

    private static int even(double side) {
        return Math.max(16, (int) (side / 2) * 2);
    }

    private long bitRate(int[] size) {
        FrameRate rate = facts.rate();
        double frames = rate == null ? 25 : Math.min(MOST_FRAMES, rate.perSecond());
        long bits = (long) (BITS_PER_PIXEL * size[0] * size[1] * frames);
        return Math.max(LEAST_BITS, Math.min(MOST_BITS, bits));
    }

    private List<String> output() {
        List<String> options = new ArrayList<>();
        if (plan.mp4()) {
            options.addAll(List.of("-f", "mp4", "-frag_duration", FRAGMENT_MICROS));
            // The index waits for the first fragment, so that it can say where time begins.
            options.addAll(
                    List.of("-movflags", "frag_keyframe+empty_moov+delay_moov+default_base_moof"));
        } else {
            options.addAll(List.of("-f", "webm", "-live", "1", "-cluster_time_limit", "1000"));
        }
        options.addAll(List.of("-flush_packets", "1", "pipe:1"));
        return options;
    }
}
