// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.http.DurationText;
import dev.sightline.video.StreamGlobs;
import java.time.Duration;
import java.util.List;

/**
 * How long some streams are kept.
 *
 * @param streams id of a stream, or a glob
 * @param age how long; zero for ever
 */
public record RetentionRule(String streams, Duration age) {

    static RetentionRule parse(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("is not STREAM=DURATION, such as gate/*=7d");
        }
        return new RetentionRule(
                text.substring(0, equals), DurationText.parse(text.substring(equals + 1)));
    }

    boolean fits(String streamId) {
        return new StreamGlobs(List.of(streams)).include(streamId);
    }
}
