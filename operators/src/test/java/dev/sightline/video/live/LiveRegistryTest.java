// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.IgnoreRegions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveRegistryTest {

    private static final List<Integer> READERS = List.of(0, 1, 2);

    private LiveRegistry registry = new LiveRegistry(new LiveState(List.of(), List.of()));
    private final Map<String, LiveSplit> handedOut = new TreeMap<>();
    private final Map<String, Integer> owners = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    private final LiveRegistry.Readers readers =
            new LiveRegistry.Readers() {
                @Override
                public void assign(LiveSplit split, int reader) {
                    handedOut.put(split.splitId(), split);
                    owners.put(split.splitId(), reader);
                }

                @Override
                public void change(Registration registration, int reader) {
                    told.add("change " + registration.streamId() + " at " + reader);
                }

                @Override
                public void remove(String streamId, int reader) {
                    told.add("remove " + streamId + " at " + reader);
                }
            };

    private void register(Registration... registrations) {
        registry.register(Registrations.of(List.of(registrations)));
        registry.reconcile(READERS, readers, LiveRecords.START);
    }

    private static Registration[] streams(String... ids) {
        Registration[] all = new Registration[ids.length];
        for (int i = 0; i < ids.length; i++) {
            all[i] = LiveRecords.registration(ids[i]);
        }
        return all;
    }

    private static Registration faster(String id) {
        Registration other = LiveRecords.registration(id);
        return new Registration(
                id, other.uri(), other.kind(), "", 500, null, IgnoreRegions.NONE, true);
    }

    @Test
    void streamsSpreadEvenly() {
        register(streams("a", "b", "c", "d", "e", "f"));
        for (int reader : READERS) {
            assertThat(owners.values().stream().filter(it -> it == reader)).hasSize(2);
        }
        assertThat(handedOut.get("a").last().wall()).isEqualTo(LiveRecords.START);
    }

    @Test
    void whatIsRegisteredTwiceIsHandedOutOnce() {
        register(streams("a"));
        handedOut.clear();
        register(streams("a", "b"));
        assertThat(handedOut).containsOnlyKeys("b");
        assertThat(told).isEmpty();
    }

    @Test
    void changesAndRemovalsAreToldToTheReaderThatHasTheStream() {
        register(streams("a", "b"));
        register(faster("a"));
        assertThat(told).containsExactlyInAnyOrder("change a at 0", "remove b at 1");
    }

    @Test
    void whatWasRemovedCanComeBack() {
        register(streams("a"));
        register();
        registry.finish(LiveRecords.registration("a"));
        handedOut.clear();
        register(streams("a"));
        assertThat(handedOut).containsOnlyKeys("a");
    }

    @Test
    void whatComesBackBeforeItsReaderHasEndedItIsBegunAnewThen() {
        register(streams("a"));
        register();
        register(streams("a"));
        handedOut.clear();
        registry.finish(LiveRecords.registration("a"));
        register(streams("a"));
        assertThat(handedOut).containsOnlyKeys("a");
        assertThat(told).containsExactly("remove a at 0");
    }

    @Test
    void whatIsChangedWhileItEndsByItselfIsBegunAnew() {
        register(streams("a"));
        register(faster("a"));
        handedOut.clear();
        registry.finish(LiveRecords.registration("a"));
        register(faster("a"));
        assertThat(handedOut.get("a").registration()).isEqualTo(faster("a"));
    }

    @Test
    void whatWasToBeEndedAtAReaderThatFailedAndIsWantedAgainGoesOn() {
        register(streams("a"));
        registry.begin(0);
        registry.takeBack(List.of(handedOut.get("a")));
        register();
        registry.begin(0);
        registry.takeBack(List.of(handedOut.get("a")));
        register(streams("a"));
        assertThat(handedOut.get("a").removed()).isFalse();
    }

    @Test
    void whatHasEndedIsNotBegunAnewUntilItIsRegisteredInAnotherWay() {
        register(streams("a"));
        registry.finish(LiveRecords.registration("a"));
        handedOut.clear();
        register(streams("a"));
        assertThat(handedOut).isEmpty();
        registry = new LiveRegistry(registry.snapshot());
        register(streams("a"));
        assertThat(handedOut).isEmpty();
        register(faster("a"));
        assertThat(handedOut).containsOnlyKeys("a");
    }

    @Test
    void afterARestartStreamsGoOnWhereTheyWereAndSpreadAnew() {
        register(streams("a", "b", "c"));
        List<LiveSplit> reported = new ArrayList<>();
        for (LiveSplit split : handedOut.values()) {
            reported.add(
                    new LiveSplit(
                            split.registration(), split.epoch() + 5, 17, split.last(), false));
        }
        registry = new LiveRegistry(new LiveState(List.of(), List.of()));
        registry.register(Registrations.of(List.of(streams("a", "b", "c", "d"))));
        registry.begin(0);
        registry.takeBack(reported);
        registry.reconcile(READERS, readers, LiveRecords.START.plusSeconds(60));
        assertThat(handedOut.get("b").next()).isEqualTo(17);
        assertThat(handedOut.get("d").next()).isEqualTo(LiveSplit.FIRST);
        assertThat(owners.values()).containsExactlyInAnyOrder(0, 1, 2, 0);
    }

    @Test
    void whatWasRemovedWhileTheJobWasAwayIsHandedOutToBeEnded() {
        register(streams("a"));
        List<LiveSplit> reported = List.copyOf(handedOut.values());
        registry = new LiveRegistry(new LiveState(List.of(), List.of()));
        registry.takeBack(reported);
        register();
        assertThat(handedOut.get("a").removed()).isTrue();
    }

    @Test
    void aReaderThatFailedHandsBackWhatItHad() {
        register(streams("a", "b", "c", "d"));
        registry.takeBack(List.of(handedOut.get("a")));
        LiveSplit further =
                new LiveSplit(
                        LiveRecords.registration("d"),
                        handedOut.get("d").epoch() + 1,
                        3,
                        handedOut.get("d").last(),
                        false);
        registry.begin(0);
        registry.takeBack(List.of(further));
        registry.reconcile(READERS, readers, LiveRecords.START);
        assertThat(handedOut.get("d").next()).isEqualTo(3);
        assertThat(owners.values()).containsExactlyInAnyOrder(0, 1, 2, 0);
    }

    @Test
    void whatCannotBeUnderstoodChangesNothing() {
        register(streams("a"));
        List<LiveSplit> reported = List.copyOf(handedOut.values());
        Registrations unreadable = new Registrations(List.of(), Set.of("a"));
        registry.register(unreadable);
        registry.reconcile(READERS, readers, LiveRecords.START);
        assertThat(told).isEmpty();
        registry = new LiveRegistry(new LiveState(List.of(), List.of()));
        registry.takeBack(reported);
        registry.register(unreadable);
        handedOut.clear();
        registry.reconcile(READERS, readers, LiveRecords.START);
        assertThat(handedOut.get("a")).isEqualTo(reported.get(0));
    }
}
