// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps what was read and finds it again. {@link dev.sightline.search.index.TimelineIndex} is what
 * others use; {@link dev.sightline.search.index.LuceneTimelineIndex} keeps it in a folder. There,
 * {@link dev.sightline.search.index.ChangingIndex} is where writing begins, and {@link
 * dev.sightline.search.index.VectorSearch} where searching does.
 */
package dev.sightline.search.index;
