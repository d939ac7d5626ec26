// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    @Test
    void readsFoldersOfJars() throws Exception {
        Map<String, byte[]> files = ResourceFolder.read("org/junit/jupiter/api", List.of(".class"));
        assertThat(files).containsKey("Test.class").containsKey("io/TempDir.class");
        assertThat(files.keySet()).allMatch(name -> name.endsWith(".class"));
        assertThat(files.get("Test.class")).startsWith(0xca, 0xfe, 0xba, 0xbe);
    }

    @Test
    void readsDirectories() throws Exception {
        Map<String, byte[]> files = ResourceFolder.read("dev/sightline/search", List.of(".json"));
        assertThat(files).containsKey("http/openapi.json");
    }

    @Test
    void hasNothingThatIsNoFileOfThePage() throws Exception {
        PageFiles files = PageFiles.read();
        assertThat(files.at("/page/package-info.class")).isEmpty();
        assertThat(files.at("/page/../http/openapi.json")).isEmpty();
        assertThat(files.at("/page/")).isEmpty();
        assertThat(files.at("/webjars/")).isEmpty();
        files.at("/").ifPresent(page -> assertThat(page.mediaType()).startsWith("text/html"));
    }
}
