// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import dev.sightline.benchmark.clips.Captions;
import dev.sightline.benchmark.clips.Clip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What can be asked for of clips. */
final class Questions {

    private Questions() {}

    /**
     * The captions.
     *
     * @param clips each with all of it, as a caption holds from its first second to its last
     */
    static List<Question> captions(Map<Clip, Span> clips) {
        return questions(clips, Clip::captions);
    }

    /** The things that captions name; one that several name shows in all of these. */
    static List<Question> parts(Map<Clip, Span> clips) {
        return questions(
                clips,
                clip ->
                        clip.captions().stream()
                                .flatMap(caption -> Captions.parts(caption).stream())
                                .distinct()
                                .toList());
    }

    private static List<Question> questions(
            Map<Clip, Span> clips, Function<Clip, List<String>> texts) {
        Map<String, List<Span>> shown = new LinkedHashMap<>();
        clips.forEach(
                (clip, span) -> {
                    for (String text : texts.apply(clip)) {
                        shown.computeIfAbsent(text, any -> new ArrayList<>()).add(span);
                    }
                });
        return shown.entrySet().stream()
                .map(entry -> new Question(entry.getKey(), entry.getValue()))
                .toList();
    }
}
