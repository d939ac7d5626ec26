// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.nio.file.Path;

/**
 * A clip on disk.
 *
 * @param file where it is
 * @param truth what is in it
 */
public record WrittenClip(Path file, ClipTruth truth) {}
