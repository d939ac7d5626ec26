// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The evaluation for programs: all that the table has, and each video by itself. */
final class ScenesJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScenesJson() {}

    static String of(List<Evaluation> evaluations, Map<String, String> skipped) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode programs = root.putArray("programs");
        for (Evaluation evaluation : evaluations) {
            ObjectNode program = programs.addObject();
            program.put("name", evaluation.program());
            program.put("version", evaluation.version());
            program.put("cpuSeconds", evaluation.cpuSeconds());
            program.put("startCpuSeconds", evaluation.startSeconds());
            program.set("all", score(evaluation.score(video -> true)));
            ArrayNode videos = program.putArray("videos");
            evaluation.videos().forEach(each -> videos.add(video(each)));
        }
        root.set("skipped", JSON.valueToTree(skipped));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode video(Evaluation.OfVideo each) {
        FrameTimes times = each.video().times();
        ObjectNode node = JSON.createObjectNode();
        node.put("video", each.video().name());
        node.put("frames", times.frames());
        node.put("longestGopSeconds", times.longestGop());
        node.put("cpuSeconds", each.findings().cpuSeconds());
        node.put("failure", each.findings().failure());
        node.set("truth", JSON.valueToTree(each.video().truth().cuts()));
        ArrayNode cuts = node.putArray("cuts");
        each.findings().cuts().forEach(place -> cuts.add(times.frame(place)));
        ArrayNode graduals = node.putArray("graduals");
        for (Findings.Span span : each.findings().graduals()) {
            graduals.addArray().add(times.frame(span.from())).add(times.frame(span.to()));
        }
        node.set("score", score(each.score()));
        return node;
    }

    private static ObjectNode score(Score score) {
        ObjectNode node = JSON.createObjectNode();
        node.set("exact", counts(score.exact()));
        node.set("oneFrame", counts(score.oneFrame()));
        node.set("halfSecond", counts(score.halfSecond()));
        node.set("wrongAt", JSON.valueToTree(score.lured()));
        node.put("graduals", score.graduals());
        node.put("gradualsSeen", score.gradualsSeen());
        node.put("gradualsNamed", score.gradualsNamed());
        node.put("gradualsWrong", score.gradualsWrong());
        return node;
    }

    private static ObjectNode counts(Counts counts) {
        ObjectNode node = JSON.createObjectNode();
        node.put("f1", counts.f1());
        node.put("precision", counts.precision());
        node.put("recall", counts.recall());
        node.put("matched", counts.matched());
        node.put("missed", counts.missed());
        node.put("wrong", counts.wrong());
        return node;
    }
}
