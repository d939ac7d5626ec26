// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import java.util.Arrays;

/**
 * False alarms a day and query, with the interval that holds the true mean with 95 % confidence;
 * from the spread between queries, as few queries have most of the alarms.
 *
 * @param alarms how many there were, of all queries
 * @param perDay their mean
 * @param low lower end, 0 at least
 * @param high upper end
 */
record Rate(long alarms, double perDay, double low, double high) {

    private static final double NORMAL_95 = 1.96;

    /** Of three alarms at most nothing less can be said than that there may be three. */
    private static final double POISSON_95_OF_NONE = 3;

    /**
     * @param alarms of each query
     * @param days how long each was watched
     */
    static Rate of(int[] alarms, double days) {
        long sum = Arrays.stream(alarms).asLongStream().sum();
        double mean = (double) sum / alarms.length;
        double squares = 0;
        for (int count : alarms) {
            squares += (count - mean) * (count - mean);
        }
        double error = NORMAL_95 * Math.sqrt(squares) / alarms.length;
        double least = POISSON_95_OF_NONE / alarms.length;
        return new Rate(
                sum,
                mean / days,
                Math.max(0, mean - error) / days,
                Math.max(least, mean + error) / days);
    }
}
