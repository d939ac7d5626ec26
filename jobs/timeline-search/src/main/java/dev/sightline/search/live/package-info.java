// SPDX-License-Identifier: Apache-2.0
/**
 * Hands on what arrives to those who watch. {@link dev.sightline.search.live.LiveFeed} is told each
 * {@link dev.sightline.search.live.LiveMessage}, and has a {@link
 * dev.sightline.search.live.LiveListener} for each open page.
 */
package dev.sightline.search.live;
