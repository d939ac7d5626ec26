// SPDX-License-Identifier: Apache-2.0
/**
 * Files behind HTTP, as bytes for FFmpeg.
 *
 * <p>{@link dev.sightline.video.http.HttpByteSource} is a whole file, seekable where the server
 * hands out ranges; {@link dev.sightline.video.http.HttpPart} a part of one in sequence, which goes
 * on where a connection broke, as {@link dev.sightline.video.http.Retry} says; {@link
 * dev.sightline.video.http.HttpContent} tells one state of a file from another.
 */
package dev.sightline.video.http;
