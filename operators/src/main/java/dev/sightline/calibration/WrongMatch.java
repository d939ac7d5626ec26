// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

/**
 * A match that a user called wrong.
 *
 * @param evidence that it peaked at
 */
public record WrongMatch(double evidence) {}
