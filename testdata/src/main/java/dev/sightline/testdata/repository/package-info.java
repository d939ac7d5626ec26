// SPDX-License-Identifier: Apache-2.0
/**
 * Where tests find files: {@link dev.sightline.testdata.repository.Repository} those of the
 * repository, {@link dev.sightline.testdata.repository.SharedMaterial} those that may lie beside
 * it.
 */
package dev.sightline.testdata.repository;
