// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.function.BooleanSupplier;

/**
 * What is known of a connected stream besides its bytes.
 *
 * @param dates what a playlist says of them, or null if there is none
 * @param finite whether they have an end, so that the sender has not gone where they are read to
 *     their end
 * @param waits whether the sender waits for a slow receiver
 * @param recorded whether it was made before, so that the time at which its bytes arrive says
 *     nothing
 */
public record Medium(DatedBytes dates, BooleanSupplier finite, boolean waits, boolean recorded) {

    /** A sender that sends as it goes, for ever. */
    public static final Medium LIVE = new Medium(null, () -> false, false, false);
}
