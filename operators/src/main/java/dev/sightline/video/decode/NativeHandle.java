// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import org.bytedeco.javacpp.Pointer;

/** A number in the form of an address, behind which there is nothing; for callbacks. */
final class NativeHandle extends Pointer {

    NativeHandle(long number) {
        address = number;
    }
}
