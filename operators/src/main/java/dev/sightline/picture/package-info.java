// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures of events, written through Flink's file systems and referenced by URI.
 *
 * <p>{@link dev.sightline.picture.PictureStore} is what functions use: it names a picture by its
 * event, so that a replay overwrites it, and writes it beside the task's thread; {@link
 * dev.sightline.picture.PictureSettings} says where to and for how long. A store that fails costs
 * the picture, never the event.
 */
package dev.sightline.picture;
