// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP Live Streaming (RFC 8216), read by us: FFmpeg sees bytes of segments and never a playlist,
 * which could name any file and host.
 *
 * <p>{@link dev.sightline.video.hls.PlaylistParser} reads a playlist into a {@link
 * dev.sightline.video.hls.Playlist}; {@link dev.sightline.video.hls.VariantChoice} takes one of its
 * variants; {@link dev.sightline.video.hls.HlsStream} follows it, live or not, and hands out {@link
 * dev.sightline.video.hls.HlsPeriod}s: what lies between two breaks of the time line is one medium
 * for the decoder. What was lost before a period is told with it.
 */
package dev.sightline.video.hls;
