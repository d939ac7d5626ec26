// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/**
 * Where a stream is read from.
 *
 * @param uri without user, password or token
 * @param kind file | http | hls | rtsp
 */
public record SourceBlock(String uri, String kind) {}
