// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSourceTest {

    private final AccessRules rules =
            AccessRules.forRegistered(AllowedHosts.NONE)
                    .lookingUp(
                            (name, stop) ->
                                    List.of(
                                            InetAddress.getByName(
                                                    name.startsWith("six")
                                                            ? "2606:2800:220:1::1"
                                                            : "93.184.216.34")));

    @Test
    void connectsToTheAddressThatWasChecked() throws IOException {
        assertThat(source("rtsp://cam.example.com:8554/a/b?c=1", null).url())
                .isEqualTo("rtsp://93.184.216.34:8554/a/b?c=1");
        assertThat(source("rtsp://six.example.com/a", null).url())
                .isEqualTo("rtsp://[2606:2800:220:1:0:0:0:1]/a");
    }

    @Test
    void writesUserAndPasswordSoThatNothingInThemEndsTheAuthority() throws IOException {
        NetworkSource source = source("rtsp://cam.example.com/a", new Secret("me@home:p/w:?# +ä"));
        assertThat(source.url())
                .isEqualTo("rtsp://me%40home:p%2Fw%3A%3F%23%20%2B%C3%A4@93.184.216.34/a");
        assertThat(source.toString()).doesNotContain("home").contains("93.184.216.34/a");
    }

    @Test
    void verifiesTheNameOnTheCertificateThoughItConnectsToAnAddress() throws IOException {
        assertThat(source("rtsps://cam.example.com/a", null).options())
                .containsEntry("verifyhost", "cam.example.com");
    }

    @Test
    void tellsAnRtmpServerByWhichNameItWasFound() throws IOException {
        NetworkSource source = source("rtmp://cam.example.com:1936/live/gate", null);
        assertThat(source.url()).isEqualTo("rtmp://93.184.216.34:1936/live/gate");
        assertThat(source.options())
                .containsEntry("rtmp_tcurl", "rtmp://cam.example.com:1936/live");
    }

    @Test
    void keepsAPassPhraseOutOfTheUrl() throws IOException {
        NetworkSource source = source("srt://cam.example.com:9000", new Secret("a long phrase"));
        assertThat(source.url()).isEqualTo("srt://93.184.216.34:9000");
        assertThat(source.options()).containsEntry("passphrase", "a long phrase");
        assertThat(source.toString()).doesNotContain("phrase");
    }

    @Test
    void leavesFfmpegNoOtherProtocolsAndContainersThanTheSourceNeeds() throws IOException {
        AllowedMedia allowed = source("udp://93.184.216.34:1234", null).allowed();
        assertThat(allowed.protocols()).isEqualTo("udp");
        assertThat(allowed.formats()).isEqualTo("mpegts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "Bearer hunter2", ":hunter2", "a:hunter2\r\nX: y"})
    void refusesSecretsThatDoNotFitWithoutRepeatingThem(String secret) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> source("rtsp://cam.example.com/a", new Secret(secret)))
                .withMessageContaining("secret")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void isNotMadeForAHostThatMustNotBeRead() {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> source("rtsp://192.168.0.1/a", null))
                .withMessageContaining("a private network");
    }

    private NetworkSource source(String uri, Secret secret) throws IOException {
        return NetworkSource.of(SourceUri.parse(uri), rules, secret, new StopSignal());
    }
}
