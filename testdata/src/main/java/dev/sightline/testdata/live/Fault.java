// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

/**
 * What a {@link FaultProxy} does to a connection as long as it lasts.
 *
 * @param stalled nothing passes in either direction
 * @param bytesPerSecond most bytes that reach the client; 0 for no bound
 * @param corruptEvery each byte so far behind the last one that was changed reaches the client
 *     changed; 0 for none
 */
public record Fault(boolean stalled, int bytesPerSecond, int corruptEvery) {

    /** All is well. */
    public static final Fault NONE = new Fault(false, 0, 0);

    /** A network that neither passes anything on nor says that it does not. */
    public static final Fault STALL = new Fault(true, 0, 0);

    /** Refuses what would mean nothing. */
    public Fault {
        if (bytesPerSecond < 0 || corruptEvery < 0) {
            throw new IllegalArgumentException("fault out of range");
        }
    }

    /** A line too thin for what is sent. */
    public static Fault slow(int bytesPerSecond) {
        return new Fault(false, bytesPerSecond, 0);
    }

    /** A line that changes one of so many bytes. */
    public static Fault corrupt(int every) {
        return new Fault(false, 0, every);
    }
}
