// SPDX-License-Identifier: Apache-2.0
/**
 * What a search knows of streams: the events of the topics as values, and the timelines that they
 * make. {@link dev.sightline.search.timeline.TimelineEvent} is what is read and indexed; {@link
 * dev.sightline.search.timeline.Timeline} is what an epoch of a stream looks like.
 */
package dev.sightline.search.timeline;
