// SPDX-License-Identifier: Apache-2.0
/**
 * Answers: {@link dev.sightline.search.moment.MomentSearch} finds {@link
 * dev.sightline.search.moment.Moment}s, intervals with a peak, and says in a {@link
 * dev.sightline.search.moment.SearchAnswer} whether any of them stands out. {@link
 * dev.sightline.search.moment.ScoreCurve} is what a question makes of all samples of an epoch.
 */
package dev.sightline.search.moment;
