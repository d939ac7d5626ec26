// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The figures for programs; built up video by video. */
final class SamplerJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode videos = root.putArray("videos");

    SamplerJson(Map<String, SamplerOutput.Cost> starts) {
        root.put("ratiosTo", SamplerPrograms.YARDSTICK);
        root.set("starts", JSON.valueToTree(starts));
    }

    void add(EncodedVideo video, List<SamplerFigures> figures) {
        ObjectNode node = videos.addObject();
        node.put("file", video.file().getFileName().toString());
        node.put("codec", video.encode().codec().name());
        node.put("gopSeconds", video.encode().gopSeconds());
        node.put("frames", video.frames().size());
        node.put("seconds", video.seconds());
        node.put("longestGopFrames", video.longestGop());
        node.put("keyframes", video.keyframes());
        node.put("keyframeShareOfBytes", video.keyframeBytes());
        node.put("nonReferenceShareOfFrames", video.skippable());
        node.set("programs", JSON.valueToTree(figures));
    }

    @Override
    public String toString() {
        return root.toPrettyString() + "\n";
    }
}
