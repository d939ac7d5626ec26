// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.TimeRange.Moment;
import dev.sightline.job.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for moments. */
@Command(
        name = "search",
        description = "Find moments in what was watched; a timeline search that runs is asked.",
        footer = {
            "",
            SearchAccess.ENVIRONMENT,
            "Exit codes: 0 found, 1 nothing stands out, 2 wrong usage, 3 the timeline search did"
                    + " not answer, refused, or has nothing to search and is not ready."
        },
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    private static final int NOT_FOUND = 1;
    private static final int MOST_MOMENTS = 100;
    private static final long LARGEST_IMAGE = 8L << 20;
    private static final String SEARCH = "search";

    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            description = "What to look for; several words may stand without quotes.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--not",
            paramLabel = "TEXT",
            description = "What it must not be; can be repeated.")
    private List<String> not = new ArrayList<>();

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = "JPEG or PNG that it looks like, up to 8 MiB; with a text, both count.")
    private Path image;

    @Option(
            names = "--like",
            paramLabel = "ID",
            description = "Moment that it looks like, by the id that a search has printed.")
    private String like;

    @Option(
            names = "--stream",
            paramLabel = "ID",
            description = "Where to look; can be repeated (default: everywhere).")
    private List<String> streams = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = MomentConverter.class,
            description =
                    "Where to begin: a wall time such as 2026-11-24T18:00:00Z, or a time since a"
                            + " stream's start such as 90s.")
    private Moment from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = MomentConverter.class,
            description = "Where to end, likewise.")
    private Moment to;

    @Option(names = "--per-video", description = "The best moment of each video only.")
    private boolean perVideo;

    @Option(
            names = "--all-similar",
            description = "Moments that look like a better one, too; else they are only counted.")
    private boolean allSimilar;

    @Option(
            names = "--anyway",
            description = "The nearest moments, even if none of them stands out.")
    private boolean anyway;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Moments to show, 1 to " + MOST_MOMENTS + " (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "The service's answer as it is, in JSON.")
    private boolean json;

    @Mixin private SearchAccess access = new SearchAccess(System.getenv());

    @Override
    public Integer call() {
        String text = String.join(" ", words).strip();
        if (text.isEmpty() && image == null && like == null) {
            throw new SettingsException("say what to look for: a text, --image or --like");
        }
        if (limit < 1 || limit > MOST_MOMENTS) {
            throw new SettingsException("--limit has to be 1 to " + MOST_MOMENTS);
        }
        RequestParameters asked = asked(text);
        SearchClient client = access.client();
        JsonNode answer = answer(client, asked);
        if (answer.path("searched").asLong(-1) == 0) {
            checkReady(client);
        }
        if (json) {
            System.out.println(answer);
        } else {
            // A picture that was given cannot stand in the page's address.
            String page = image == null ? client.absolute("?" + asked.query()) : null;
            new MomentTable(System.out, client::absolute).print(answer, page);
        }
        return answer.path("standsOut").asBoolean() && !answer.path("moments").isEmpty()
                ? 0
                : NOT_FOUND;
    }

    /** What was not read yet cannot stand out. */
    private static void checkReady(SearchClient client) {
        String troubles = client.troubles();
        if (!troubles.isEmpty()) {
            throw new SearchFailure(
                    client.absolute("") + " has nothing to search and is not ready: " + troubles);
        }
    }

    private RequestParameters asked(String text) {
        return new RequestParameters()
                .add("text", text.isEmpty() ? null : text)
                .addAll("not", not)
                .add("like", like)
                .addAll("stream", streams)
                .add("from", written(from))
                .add("to", written(to))
                .add("per", perVideo ? "video" : null)
                .add("fold", allSimilar ? "false" : null)
                .add("anyway", anyway ? "true" : null);
    }

    private static String written(Moment moment) {
        if (moment instanceof TimeRange.Media media) {
            return media.mediaMs() + "ms";
        }
        return moment instanceof TimeRange.Wall wall ? wall.time().toString() : null;
    }

    private JsonNode answer(SearchClient client, RequestParameters asked) {
        RequestParameters all = new RequestParameters().add("pageSize", String.valueOf(limit));
        asked.all().forEach(parameter -> all.add(parameter.name(), parameter.value()));
        JsonNode answer =
                image == null
                        ? client.get(SEARCH, all)
                        : client.post(SEARCH, MultipartForm.of(all, bytes(image)));
        if (!answer.path("moments").isArray()) {
            throw new SearchFailure(
                    client.absolute("") + " answers, but not as a timeline search does");
        }
        return answer;
    }

    private static byte[] bytes(Path image) {
        try {
            if (Files.size(image) > LARGEST_IMAGE) {
                throw new SettingsException("--image: " + image + " is larger than 8 MiB");
            }
            return Files.readAllBytes(image);
        } catch (IOException e) {
            throw new SettingsException(
                    "--image: cannot read " + image + ": " + FileProblem.reason(e));
        }
    }
}
