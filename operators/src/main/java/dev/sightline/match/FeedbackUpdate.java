// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MatchFeedback;

/**
 * What every task is told of a match that a user called wrong.
 *
 * @param feedback the match and its query
 * @param withdrawn the user took it back
 */
public record FeedbackUpdate(MatchFeedback feedback, boolean withdrawn) {}
