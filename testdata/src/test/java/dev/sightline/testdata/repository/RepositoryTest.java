// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepositoryTest {

    @Test
    void findsTheRootFromAModule() {
        assertThat(Repository.root().resolve("testdata/pom.xml")).exists();
        assertThat(Repository.model().resolve("model.json")).exists();
        assertThat(Repository.reel()).exists();
    }
}
