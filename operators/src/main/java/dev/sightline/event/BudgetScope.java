// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/** What a budget of false alarms is for. */
public enum BudgetScope {
    /** Each stream may raise as many. */
    STREAM,
    /** All streams of the query together may. */
    QUERY
}
