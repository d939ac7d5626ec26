// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.export.Exports;
import dev.sightline.search.http.LiveJson;
import dev.sightline.search.http.Playable;
import dev.sightline.search.http.SearchBackend;
import dev.sightline.search.http.SearchServer;
import dev.sightline.search.http.ServiceMetrics;
import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.ingest.TopicIngest;
import dev.sightline.search.live.LiveFeed;
import dev.sightline.search.login.Login;
import dev.sightline.search.media.LocalVideos;
import dev.sightline.search.media.Pictures;
import dev.sightline.search.media.VideoPlayback;
import dev.sightline.search.moment.MomentSearch;
import dev.sightline.search.page.PageFiles;
import dev.sightline.search.query.QueryBackTest;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.StandingQueries;
import dev.sightline.video.repack.RepackSettings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;

/** The whole service: reads the topics, and answers until it is closed. */
public final class SearchService implements AutoCloseable {

    private static final int MOST_LISTENERS = 64;

    /** Messages that wait for a page before it is dropped; some seconds of a busy site. */
    private static final int MOST_WAITING = 256;

    private final OpenThings opened;
    private final int port;

    private SearchService(OpenThings opened, int port) {
        this.opened = opened;
        this.port = port;
    }

    /**
     * Starts everything. What it needs of others, Kafka and the model's bundle, may come later; the
     * health says what is missing.
     *
     * @throws IOException if the index cannot be opened
     */
    public static SearchService start(SearchSettings settings) throws IOException {
        OpenThings opened = new OpenThings();
        try {
            return new SearchService(opened, start(settings, opened));
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static int start(SearchSettings settings, OpenThings opened) throws IOException {
        Map<String, Object> kafka = Map.copyOf(settings.kafka());
        LuceneTimelineIndex index =
                opened.add(
                        LuceneTimelineIndex.open(
                                settings.index(),
                                IndexSettings.DEFAULT.withExactLimit(settings.exactLimit())));
        SearchModels models = opened.add(SearchModels.open(settings.models()));
        LiveFeed live = opened.add(new LiveFeed(MOST_LISTENERS, MOST_WAITING));
        TopicIngest ingest =
                opened.add(
                        TopicIngest.start(
                                kafka,
                                index,
                                event -> LiveJson.of(event).ifPresent(live::publish)));
        StandingQueries queries = opened.add(StandingQueries.start(kafka));
        VideoPlayback playback = opened.add(new VideoPlayback(RepackSettings.DEFAULT));
        opened.add(new RetentionJob(index, settings.retention(), InstantSource.system())).start();
        LocalVideos videos = new LocalVideos(settings.videoRoots());
        Pictures pictures = new Pictures(index, settings.pictureFolders());
        SearchBackend backend =
                new SearchBackend(
                        index,
                        new ModelSearcher(new MomentSearch(index, models), models),
                        pictures,
                        new Playable(videos, playback),
                        new Exports(index, videos, playback, pictures),
                        new KafkaQueries(queries, new QueryBackTest(index, models)),
                        live,
                        new ServiceHealth(models, ingest, queries));
        SearchServer server =
                new SearchServer(
                        settings.listen(),
                        backend,
                        new Login(settings.login(), InstantSource.system()),
                        PageFiles.read(),
                        metrics(index, ingest, live, playback));
        int port = opened.add(server).start();
        ModelWarming.start(models);
        return port;
    }

    private static ServiceMetrics metrics(
            TimelineIndex index, TopicIngest ingest, LiveFeed live, VideoPlayback playback) {
        ServiceMetrics metrics = new ServiceMetrics();
        metrics.samples(() -> samples(index));
        metrics.listeners(live::listeners);
        metrics.converting(playback::converting);
        metrics.behind(() -> ingest.progress().behind());
        metrics.records(ingest, reading -> reading.progress().records());
        metrics.malformed(ingest, reading -> reading.progress().malformed());
        return metrics;
    }

    private static double samples(TimelineIndex index) {
        try {
            return index.streams().stream().mapToLong(StreamSummary::samples).sum();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** The port that it answers at. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        opened.close();
    }
}
