// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.event.QueryRequest;
import java.util.List;

/**
 * What a query would have found.
 *
 * @param query what was looked for
 * @param streams those that had samples and that the query is for, by id
 * @param asked what the query as it is would have given
 * @param others what other budgets would have given, the smallest first; empty where no budget
 *     decides
 */
public record BackTestResult(
        QueryRequest query,
        List<WatchedStream> streams,
        BudgetResult asked,
        List<BudgetResult> others) {

    /** Takes the lists as they are. */
    public BackTestResult {
        streams = List.copyOf(streams);
        others = List.copyOf(others);
    }

    /** How many samples the query was compared with. */
    public long samples() {
        return streams.stream().mapToLong(WatchedStream::samples).sum();
    }

    /** What they stand for, all streams together, in milliseconds. */
    public long coveredMs() {
        return streams.stream().mapToLong(WatchedStream::coveredMs).sum();
    }
}
