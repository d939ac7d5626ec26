// SPDX-License-Identifier: Apache-2.0
/**
 * Whether the timeline search finds the moments that captions of clips tell of: {@link
 * dev.sightline.benchmark.moments.MomentsCommand} is the command, {@link
 * dev.sightline.benchmark.moments.IndexedClips} what is searched, {@link
 * dev.sightline.benchmark.moments.Asked} an answer beside the truth, and {@link
 * dev.sightline.benchmark.moments.Recall} what is made of them.
 */
package dev.sightline.benchmark.moments;
