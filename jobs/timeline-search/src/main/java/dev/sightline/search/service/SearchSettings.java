// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.login.LoginSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All settings, checked.
 *
 * @param listen address and port to answer at; port 0 for a free one
 * @param index folder of the index
 * @param models folders of the model bundles, at least one; the first is asked if nothing is said
 * @param exactLimit samples up to which a search looks at each one
 * @param videoRoots folders below which videos may be played from
 * @param pictureFolders folders below which pictures may be shown from
 * @param retention how long the index keeps what it was told
 * @param login how people log in
 * @param kafka properties of the Kafka clients
 */
public record SearchSettings(
        InetSocketAddress listen,
        Path index,
        List<Path> models,
        long exactLimit,
        List<Path> videoRoots,
        List<Path> pictureFolders,
        Retention retention,
        LoginSettings login,
        Map<String, String> kafka) {

    /** Copies the collections. */
    public SearchSettings {
        models = List.copyOf(models);
        videoRoots = List.copyOf(videoRoots);
        pictureFolders = List.copyOf(pictureFolders);
        kafka = Map.copyOf(kafka);
    }

    /** For the log, without what may be secret. */
    @Override
    public String toString() {
        return ("listen %s, index %s, model %s, exact-limit %d, video-root %s, picture-folder %s,"
                        + " retention %s, login %s %s, kafka %s")
                .formatted(
                        listen,
                        index,
                        models,
                        exactLimit,
                        videoRoots,
                        pictureFolders,
                        retention,
                        login.kind().word(),
                        login.tokens(),
                        kafka.get("bootstrap.servers"));
    }
}
