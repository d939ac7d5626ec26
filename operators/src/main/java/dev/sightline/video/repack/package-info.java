// SPDX-License-Identifier: Apache-2.0
/**
 * Makes local files playable in browsers, for people who want to see what was found. {@link
 * dev.sightline.video.repack.BrowserFormats} says which are as they are. {@link
 * dev.sightline.video.repack.Repacker} converts the others while they are watched, in a process of
 * its own, and {@link dev.sightline.video.repack.RepackedVideo} is one of them under way.
 */
package dev.sightline.video.repack;
