// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import dev.sightline.benchmark.clips.Clip;
import dev.sightline.benchmark.clips.Manifest;
import dev.sightline.benchmark.process.TemporaryFolder;
import dev.sightline.benchmark.scenes.ReadVideo;
import dev.sightline.benchmark.scenes.SightlineDetector;
import dev.sightline.clip.ModelBundle;
import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.moment.MomentSearch;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code sightline-benchmark moments}: whether a search finds the moments that captions tell of.
 */
@Command(
        name = "moments",
        description = "Asks the timeline search for what clips show.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MomentsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "MANIFEST",
            description = "JSON: [{\"file\": …, \"caption\": …, \"licence\": …}, …]")
    private List<Path> manifests;

    @Option(
            names = "--model",
            defaultValue = "deploy/models/sightline-mini",
            description = "bundle to embed and to ask with; default ${DEFAULT-VALUE}")
    private Path model;

    @Override
    public Integer call() throws Exception {
        String digest = ModelBundle.load(model).digest();
        PrintWriter out = spec.commandLine().getOut();
        try (TemporaryFolder folder = TemporaryFolder.create("sightline-moments");
                TimelineIndex index =
                        LuceneTimelineIndex.open(
                                folder.path().resolve("index"), IndexSettings.DEFAULT);
                SearchModels models = SearchModels.open(model)) {
            Map<Clip, Span> clips = add(new IndexedClips(index, digest));
            if (clips.isEmpty()) {
                out.println("no clip could be read");
                return ExitCode.SOFTWARE;
            }
            MomentSearch search = new MomentSearch(index, models);
            out.println(summary(clips, index));
            print(out, clips, "captions", ask(Questions.captions(clips), search));
            print(out, clips, "parts of captions", ask(Questions.parts(clips), search));
            return ExitCode.OK;
        }
    }

    private Map<Clip, Span> add(IndexedClips index) throws IOException {
        Map<Clip, Span> added = new LinkedHashMap<>();
        try (SightlineDetector reader = new SightlineDetector(model)) {
            for (Clip clip : Manifest.read(manifests)) {
                ReadVideo video = read(clip.file(), reader);
                if (!video.samples().isEmpty()) {
                    added.put(clip, index.add(clip.file(), video));
                }
            }
        }
        return added;
    }

    /** Without samples if it cannot be read. */
    private ReadVideo read(Path file, SightlineDetector reader) {
        say("reading " + file);
        try {
            ReadVideo video = reader.read(file);
            if (video.samples().isEmpty()) {
                say(file + " left out: it has no samples");
            }
            return video;
        } catch (IOException e) {
            say(file + " left out: " + e.getMessage());
            return new ReadVideo(List.of(), List.of());
        }
    }

    private List<Asked> ask(List<Question> questions, MomentSearch search) throws IOException {
        List<Asked> asked = new ArrayList<>();
        for (Question question : questions) {
            say("asking for " + question.text());
            SearchAnswer answer =
                    search.search(SearchRequest.ofText(question.text()).evenIfNothingStandsOut());
            List<Span> found =
                    answer.moments().stream()
                            .map(
                                    moment ->
                                            new Span(
                                                    moment.stream().streamId(),
                                                    moment.start().mediaMs(),
                                                    moment.end().mediaMs()
                                                            + IndexedClips.INTERVAL_MS))
                            .toList();
            asked.add(Asked.of(question, answer.standsOut(), found));
        }
        return asked;
    }

    private String summary(Map<Clip, Span> clips, TimelineIndex index) throws IOException {
        long samples = index.streams().stream().mapToLong(each -> each.samples()).sum();
        long changes = index.streams().stream().mapToLong(each -> each.changes()).sum();
        return clips.size()
                + " clips, "
                + samples
                + " samples, "
                + changes
                + " scene changes; a moment is right with an IoU of "
                + Asked.RIGHT
                + " with the whole clip";
    }

    private static void print(
            PrintWriter out, Map<Clip, Span> clips, String what, List<Asked> asked) {
        if (asked.isEmpty()) {
            return;
        }
        List<String> videos = clips.values().stream().map(Span::video).toList();
        MomentsTable.lines(what, asked, videos).forEach(out::println);
        out.flush();
    }

    private void say(String progress) {
        spec.commandLine().getErr().println(progress);
        spec.commandLine().getErr().flush();
    }
}
