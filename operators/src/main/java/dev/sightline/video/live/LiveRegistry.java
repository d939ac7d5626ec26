// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which streams are registered, which reader watches which, and what follows from the difference.
 * One thread.
 */
final class LiveRegistry {

    /** What readers have to be told. */
    interface Readers {

        void assign(LiveSplit split, int reader);

        void change(Registration registration, int reader);

        void remove(String streamId, int reader);
    }

    /**
     * @param leaving whether the reader was told to end it
     */
    private record Watched(Registration registration, int reader, boolean leaving) {}

    private final Map<String, LiveSplit> pending = new LinkedHashMap<>();
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final Set<Registration> finished = new HashSet<>();
    private Map<String, Registration> registered;
    private Set<String> unreadable = Set.of();

    LiveRegistry(LiveState restored) {
        restored.pending().forEach(split -> pending.put(split.splitId(), split));
        finished.addAll(restored.finished());
    }

    /** Takes the registrations that there are now. */
    void register(Registrations registrations) {
        registered = new LinkedHashMap<>();
        registrations.wanted().forEach(each -> registered.put(each.streamId(), each));
        unreadable = registrations.unreadable();
        finished.retainAll(registrations.wanted());
    }

    /** Takes back streams that a reader had; what it has besides is what it will say it has. */
    void takeBack(List<LiveSplit> splits) {
        for (LiveSplit split : splits) {
            watched.remove(split.splitId());
            // What a reader says of a stream is further than what was handed out to it.
            LiveSplit other = pending.get(split.splitId());
            boolean further = other == null || split.epoch() >= other.epoch();
            if (further) {
                pending.put(split.splitId(), split);
            }
        }
    }

    /** A reader is there, and has said what it had: it has nothing else. */
    void begin(int reader) {
        watched.values().removeIf(each -> each.reader() == reader);
    }

    /**
     * A stream has ended: its reader does not have it any more, whatever it is told meanwhile. It
     * is begun anew unless its sender ended what is still wanted.
     */
    void finish(Registration registration) {
        Watched current = watched.remove(registration.streamId());
        if (current != null && !current.leaving() && registered.containsValue(registration)) {
            finished.add(registration);
        }
    }

    /**
     * Brings what is watched in line with what is registered. To be called when all readers are
     * there, so that streams spread evenly and none is begun anew that a reader still has.
     */
    void reconcile(Collection<Integer> readers, Readers tell, Instant now) {
        if (registered == null) {
            return;
        }
        for (Map.Entry<String, Watched> each : watched.entrySet()) {
            reconcile(each, tell);
        }
        for (Registration wanted : registered.values()) {
            boolean known =
                    watched.containsKey(wanted.streamId())
                            || pending.containsKey(wanted.streamId())
                            || finished.contains(wanted);
            if (!known) {
                pending.put(wanted.streamId(), LiveSplit.from(wanted, now));
            }
        }
        for (Iterator<LiveSplit> all = pending.values().iterator(); all.hasNext(); ) {
            assign(all.next(), readers, tell);
            all.remove();
        }
    }

    private void reconcile(Map.Entry<String, Watched> each, Readers tell) {
        Watched current = each.getValue();
        if (current.leaving()) {
            return; // its reader will say when it has ended
        }
        Registration wanted = registered.get(each.getKey());
        if (wanted == null && !unreadable.contains(each.getKey())) {
            tell.remove(each.getKey(), current.reader());
            each.setValue(new Watched(current.registration(), current.reader(), true));
        } else if (wanted != null && !wanted.equals(current.registration())) {
            tell.change(wanted, current.reader());
            each.setValue(new Watched(wanted, current.reader(), false));
        }
    }

    private void assign(LiveSplit split, Collection<Integer> readers, Readers tell) {
        Registration wanted = registered.get(split.splitId());
        int reader = leastLoaded(readers);
        boolean leaves = wanted == null && !unreadable.contains(split.splitId());
        if (wanted == null) {
            wanted = split.registration();
            tell.assign(leaves ? split.ending() : split, reader);
        } else {
            tell.assign(split.with(wanted), reader);
        }
        watched.put(split.splitId(), new Watched(wanted, reader, leaves));
    }

    private int leastLoaded(Collection<Integer> readers) {
        int least = -1;
        long fewest = Long.MAX_VALUE;
        for (int reader : readers) {
            long streams = watched.values().stream().filter(it -> it.reader() == reader).count();
            if (streams < fewest) {
                fewest = streams;
                least = reader;
            }
        }
        return least;
    }

    /** What a checkpoint has to hold. */
    LiveState snapshot() {
        return new LiveState(new ArrayList<>(pending.values()), new ArrayList<>(finished));
    }
}
