// SPDX-License-Identifier: Apache-2.0
/**
 * Which sources may be read, with what credentials, and how the network is reached.
 *
 * <p>{@link dev.sightline.video.access.SourceUri} says what a stream's URI means; {@link
 * dev.sightline.video.access.AccessRules} which hosts may be connected to; {@link
 * dev.sightline.video.access.SecretStore} holds what is sent to them; {@link
 * dev.sightline.video.access.AllowedMedia} what FFmpeg may make of what comes back. {@link
 * dev.sightline.video.access.HttpReader} is the only way to HTTP, with all these checks on it.
 *
 * <p>Who registers a stream is not trusted: not with the network behind the firewall, not with
 * secrets that are not meant for streams, and not with FFmpeg's protocols. Rules are enforced where
 * a stream is read, by the process that connects. A network policy or a proxy around that process
 * is the second line: it also holds where FFmpeg itself is at fault.
 */
package dev.sightline.video.access;
