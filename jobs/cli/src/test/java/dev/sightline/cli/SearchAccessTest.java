// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.job.settings.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchAccessTest {

    @Test
    void theAddressComesFromTheEnvironment() {
        assertThat(new SearchAccess(Map.of()).client().absolute("x"))
                .isEqualTo("http://127.0.0.1:8085/x");
        String address = "https://host/sightline";
        assertThat(new SearchAccess(Map.of("SIGHTLINE_SEARCH", address)).client().absolute("x?y"))
                .isEqualTo("https://host/sightline/x?y");
    }

    @Test
    void theTokenComesFromTheEnvironment() throws Exception {
        try (CannedSearch service = new CannedSearch().answersJson("{}")) {
            Map<String, String> environment =
                    Map.of(
                            "SIGHTLINE_SEARCH",
                            service.address() + "/below/",
                            "SIGHTLINE_SEARCH_TOKEN",
                            " s3cret ");
            new SearchAccess(environment).client().get("me", new RequestParameters());
            assertThat(service.last().target()).isEqualTo("GET /below/api/v1/me");
            assertThat(service.last().headers()).containsEntry("Authorization", "Bearer s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "naïve", "a\nb"})
    void whatIsNoTokenIsRefusedWithoutShowingIt(String token) {
        SearchAccess access = new SearchAccess(Map.of("SIGHTLINE_SEARCH_TOKEN", token));
        assertThatThrownBy(access::client)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SIGHTLINE_SEARCH_TOKEN holds no token")
                .hasMessageNotContaining(token);
    }
}
