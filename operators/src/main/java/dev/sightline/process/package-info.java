// SPDX-License-Identifier: Apache-2.0
/**
 * What concerns the whole process: whether it ends, so that what fails only because of that is not
 * told as a failure.
 */
package dev.sightline.process;
