// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

/**
 * What a conversion would be.
 *
 * @param startMs media time of its first moment, in milliseconds, from 0
 * @param contentType {@code video/mp4} or {@code video/webm}
 */
public record RepackForecast(long startMs, String contentType) {}
