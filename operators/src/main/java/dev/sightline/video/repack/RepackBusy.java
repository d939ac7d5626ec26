// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

/** As many videos are being converted as may be. */
public final class RepackBusy extends Exception {

    private static final long serialVersionUID = 1L;

    RepackBusy(int atOnce) {
        super(
                "already "
                        + atOnce
                        + " videos are being converted, which is the most allowed at once; close"
                        + " one or try again later");
    }
}
