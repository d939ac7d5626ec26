// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses in answers: relative to the page, so that they hold below any path of a proxy. */
final class Address {

    private Address() {}

    /** Of the picture of an event; null for none. */
    static String picture(String id) {
        return id == null ? null : "api/v1/picture?id=" + encoded(id);
    }

    static String video(String streamId, long epoch) {
        return "api/v1/video?stream=" + encoded(streamId) + "&epoch=" + epoch;
    }

    /** Of a sheet of small pictures but for its number; relative to the track of sprites. */
    static String sprite(String streamId, long epoch) {
        return "sprite.jpg?stream=" + encoded(streamId) + "&epoch=" + epoch + "&sheet=";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
