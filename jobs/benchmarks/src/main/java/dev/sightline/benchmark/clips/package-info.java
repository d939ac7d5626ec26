// SPDX-License-Identifier: Apache-2.0
/**
 * Clips whose contents are known: a {@link dev.sightline.benchmark.clips.Manifest} names {@link
 * dev.sightline.benchmark.clips.Clip}s and what they show, {@link
 * dev.sightline.benchmark.clips.Captions} says what can be asked for of that.
 */
package dev.sightline.benchmark.clips;
