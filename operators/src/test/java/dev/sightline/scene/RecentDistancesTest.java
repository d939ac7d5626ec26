// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentDistancesTest {

    @Test
    void aQuietStreamHasTheFloor() {
        assertThat(threshold(after(30, 0.02))).isEqualTo(0.5);
    }

    @Test
    void aRestlessStreamHasAHigherBar() {
        RecentDistances distances = RecentDistances.NONE;
        for (int i = 0; i < 30; i++) {
            distances = distances.with(i, 0.45 + 0.05 * (i % 3), 1);
        }
        assertThat(threshold(distances)).isGreaterThan(0.6).isLessThanOrEqualTo(0.8);
    }

    @Test
    void theBarNeverPassesTheCeiling() {
        assertThat(threshold(after(30, 0.95))).isEqualTo(0.8);
    }

    @Test
    void aFewDistancesSayNothingYet() {
        assertThat(threshold(after(4, 0.95))).isEqualTo(0.5);
    }

    @Test
    void cutsDoNotRaiseTheBarForTheNext() {
        RecentDistances distances = RecentDistances.NONE;
        for (int i = 0; i < 30; i++) {
            distances = distances.with(i, i % 2 == 0 ? 1 : 0.45, 0.5);
        }
        assertThat(threshold(distances)).isLessThan(0.65);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        RecentDistances distances = after(100, 0.95);
        for (int i = 0; i < RecentDistances.CAPACITY; i++) {
            distances = distances.with(i, 0.02, 1);
        }
        assertThat(threshold(distances)).isEqualTo(0.5);
    }

    @Test
    void whatCameBehindATimeCanBeTakenBack() {
        RecentDistances distances = after(100, 0.02).with(100, 0.95, 1).with(101, 0.95, 1);
        assertThat(distances.before(100).values()).containsOnly(0.02f).hasSize(28);
        assertThat(distances.before(102).values()).hasSize(30);
        assertThat(distances.before(0).values()).isEmpty();
    }

    private static RecentDistances after(int count, double distance) {
        RecentDistances distances = RecentDistances.NONE;
        for (int i = 0; i < count; i++) {
            distances = distances.with(i, distance, 1);
        }
        return distances;
    }

    private static double threshold(RecentDistances distances) {
        return distances.threshold(0.5, 0.8);
    }
}
