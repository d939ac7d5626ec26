// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps what was read and finds it again. {@link dev.sightline.search.index.TimelineIndex} is what
 * others use.
 */
package dev.sightline.search.index;
