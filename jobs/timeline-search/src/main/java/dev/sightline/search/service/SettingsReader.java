// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.http.DurationText;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes settings of the texts that were given, or says everything that is wrong with them. */
final class SettingsReader {

    private static final String BUNDLED_MODEL = "deploy/models/sightline-mini";

    private static final int LARGEST_PORT = 65_535;

    private final OptionValues values;
    private final Map<String, String> kafka;
    private final Map<String, String> environment;

    SettingsReader(GivenSettings given, Map<String, String> environment) {
        this.values = new OptionValues(given.values());
        this.kafka = new HashMap<>(given.kafka());
        this.kafka.putIfAbsent("bootstrap.servers", SearchOptions.DEFAULT_BOOTSTRAP);
        this.environment = environment;
    }

    SearchSettings read() {
        InetSocketAddress listen = values.value(SearchOptions.LISTEN, SettingsReader::address);
        SearchSettings settings =
                new SearchSettings(
                        listen,
                        absolute(values.text(SearchOptions.INDEX).orElseThrow()),
                        models(),
                        values.value(SearchOptions.EXACT_LIMIT, SettingsReader::count),
                        folders(SearchOptions.VIDEO_ROOT),
                        folders(SearchOptions.PICTURE_FOLDER),
                        new Retention(
                                values.value(SearchOptions.RETENTION, DurationText::parse),
                                values.values(
                                        SearchOptions.RETENTION_STREAM, RetentionRule::parse)),
                        new LoginValues(values, environment).read(listen.getAddress()),
                        kafka);
        if (!values.problems().isEmpty()) {
            throw new SettingsException(values.problems());
        }
        return settings;
    }

    private List<Path> models() {
        Path home = Path.of(environment.getOrDefault("SIGHTLINE_HOME", ""));
        List<String> given = values.all(SearchOptions.MODEL);
        List<Path> models =
                given.isEmpty()
                        ? List.of(absolute(home.resolve(BUNDLED_MODEL).toString()))
                        : given.stream().map(SettingsReader::absolute).distinct().toList();
        models.stream()
                .filter(model -> !Files.isDirectory(model))
                .forEach(
                        model ->
                                values.problem(
                                        SearchOptions.MODEL,
                                        "there is no folder "
                                                + model
                                                + "; give the folder of a model bundle, or set"
                                                + " SIGHTLINE_HOME"));
        return models;
    }

    private List<Path> folders(SearchOption option) {
        return values.values(
                option,
                text -> {
                    Path folder = absolute(text);
                    if (!Files.isDirectory(folder)) {
                        throw new IllegalArgumentException(
                                "is no folder; make it, or leave it out");
                    }
                    return folder;
                });
    }

    private static Path absolute(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static long count(String text) {
        long count = text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
        if (count < 0) {
            throw new IllegalArgumentException("is no whole number of samples");
        }
        return count;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > LARGEST_PORT) {
            throw new IllegalArgumentException("is not ADDRESS:PORT, such as 127.0.0.1:8085");
        }
        InetSocketAddress address =
                new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("has an address that is not known here");
        }
        return address;
    }
}
