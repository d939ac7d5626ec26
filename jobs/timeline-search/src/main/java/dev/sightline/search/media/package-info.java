// SPDX-License-Identifier: Apache-2.0
/**
 * The files behind what was found. {@link dev.sightline.search.media.LocalVideos} says which file a
 * stream is, if it may be shown; {@link dev.sightline.search.media.VideoPlayback} brings it to a
 * browser, as it is or converted; {@link dev.sightline.search.media.Pictures} reads the pictures of
 * events. None of them opens anything that a request names: all begin with what the index says.
 */
package dev.sightline.search.media;
