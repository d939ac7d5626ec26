// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoreTest {

    private static final String PASSWORD = "gate:hunter2";

    @TempDir Path folder;

    private SecretStore store;

    @BeforeEach
    void mount() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets/cameras"));
        Files.writeString(secrets.resolve("gate"), PASSWORD + "\n");
        Files.writeString(folder.resolve("outside"), PASSWORD);
        Files.createSymbolicLink(folder.resolve("secrets/out"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("secrets/in"), secrets.resolve("gate"));
        store =
                new SecretStore(
                        folder.resolve("secrets").toString(),
                        () -> Map.of("SIGHTLINE_SECRET_GATE", PASSWORD, "PATH", "/bin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:SIGHTLINE_SECRET_GATE", "file:cameras/gate", "file:in"})
    void findsWhatIsMeantForStreams(String reference) throws AccessRefused {
        assertThat(store.resolve(reference).reveal()).isEqualTo(PASSWORD);
        assertThat(store.resolve(reference)).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env:PATH",
                "env:SIGHTLINE_SECRET_NONE",
                "env:SIGHTLINE_SECRET_A=b",
                "file:none",
                "file:out",
                "file:../outside",
                "file:cameras/../../outside",
                "file:/etc/passwd",
                "file:cameras",
                "file:..data/gate",
                "file:",
                "gate:hunter2",
                ""
            })
    void refusesWhatIsNotAndRepeatsNoSecret(String reference) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> store.resolve(reference))
                .withMessageNotContaining("hunter2")
                .withMessageContaining("secret");
    }

    @Test
    void readsASecretAnewSinceItMayHaveBeenRenewed() throws IOException {
        store.resolve("file:cameras/gate");
        Files.writeString(folder.resolve("secrets/cameras/gate"), "gate:other");
        assertThat(store.resolve("file:cameras/gate").reveal()).isEqualTo("gate:other");
    }

    @Test
    void refusesAFileThatIsNoSecret() throws IOException {
        Files.write(folder.resolve("secrets/large"), new byte[1 << 20]);
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> store.resolve("file:large"))
                .withMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:kept", "env:SIGHTLINE_SECRET_KEPT"})
    void sendsASecretThatIsKeptForHostsToNoOther(String reference) throws IOException {
        String hosts = "gate.lan, *.cams.lan\n10.0.0.0/8";
        Files.writeString(folder.resolve("secrets/kept"), PASSWORD);
        Files.writeString(folder.resolve("secrets/kept.hosts"), hosts);
        SecretStore kept =
                new SecretStore(
                        folder.resolve("secrets").toString(),
                        () ->
                                Map.of(
                                        "SIGHTLINE_SECRET_KEPT",
                                        PASSWORD,
                                        "SIGHTLINE_SECRET_KEPT_HOSTS",
                                        hosts));
        for (String host : List.of("gate.lan", "GATE.lan.", "yard.cams.lan", "10.1.2.3")) {
            assertThat(kept.resolve(reference, host).reveal()).isEqualTo(PASSWORD);
        }
        for (String host : List.of("evil.com", "gate.lan.evil.com", "11.0.0.1")) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> kept.resolve(reference, host))
                    .withMessageContaining("other hosts than " + host)
                    .withMessageNotContaining("hunter2");
        }
    }

    @Test
    void sendsASecretWithoutAListToAnyHost() throws IOException {
        assertThat(store.resolve("file:cameras/gate", "cam").reveal()).isEqualTo(PASSWORD);
        assertThat(store.resolve("env:SIGHTLINE_SECRET_GATE", "cam").reveal()).isEqualTo(PASSWORD);
    }

    @Test
    void refusesASecretWhoseListCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("secrets/cameras/gate.hosts"), "no host!");
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> store.resolve("file:cameras/gate", "cam"))
                .withMessageContaining("hosts of its secret");
    }

    @Test
    void hasNoFilesWithoutAFolder() {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> new SecretStore("").resolve("file:gate"))
                .withMessageContaining("no folder of secrets");
    }
}
