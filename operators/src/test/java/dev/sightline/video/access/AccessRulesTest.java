// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

    private final StopSignal stop = new StopSignal();

    @Test
    void aRegisteredStreamMayBeOnThePublicNetwork() throws IOException {
        assertThat(registered("93.184.216.34").check("cam.example.com", stop))
                .containsExactly(InetAddress.getByName("93.184.216.34"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.7",
                "169.254.169.254",
                "239.1.1.1",
                "0.0.0.0",
                "fd00::1"
            })
    void aRegisteredStreamMustNotBeAnywhereElse(String address) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> registered(address).check("cam.example.com", stop))
                .withMessageContaining("cam.example.com")
                .withMessageContaining("allow-private-hosts");
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> registered("93.184.216.34").check(address, stop));
    }

    @Test
    void oneForbiddenAddressAmongOthersIsEnoughToRefuseAName() {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> registered("93.184.216.34", "10.0.0.1").check("a.b", stop));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", "10.0.0.7", "239.1.1.1", "192.168.1.2"})
    void aTrustedStreamMayBeInPrivateNetworks(String address) throws IOException {
        assertThat(AccessRules.forTrusted(AllowedHosts.NONE).check(address, stop)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fd00:ec2::254", "169.254.3.4", "192.0.2.1"})
    void notEvenATrustedStreamReachesMetadataByAccident(String address) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> AccessRules.forTrusted(AllowedHosts.NONE).check(address, stop));
    }

    @Test
    void allowsWhatTheOperatorAllows() throws IOException {
        AllowedHosts allowed =
                AllowedHosts.parse(List.of("gate.lan", "*.cams.lan", "10.1.0.0/16", "fd00:1::/32"));
        AccessRules rules = AccessRules.forRegistered(allowed).lookingUp(answering("192.168.0.4"));
        assertThat(rules.check("GATE.lan.", stop)).hasSize(1);
        assertThat(rules.check("yard.cams.lan", stop)).hasSize(1);
        assertThat(rules.check("10.1.255.1", stop)).hasSize(1);
        assertThat(rules.check("[fd00:1::5]", stop)).hasSize(1);
        for (String other : List.of("10.2.0.1", "cams.lan", "evilcams.lan", "gate.lan.evil.com")) {
            assertThatExceptionOfType(AccessRefused.class)
                    .as(other)
                    .isThrownBy(() -> rules.check(other, stop));
        }
    }

    @Test
    void anAllowedNameDoesNotOpenTheMetadataServiceButItsAddressDoes() throws IOException {
        AccessRules byName =
                AccessRules.forRegistered(AllowedHosts.parse(List.of("gate.lan")))
                        .lookingUp(answering("169.254.169.254"));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> byName.check("gate.lan", stop));
        AccessRules byAddress =
                AccessRules.forRegistered(AllowedHosts.parse(List.of("169.254.169.254")));
        assertThat(byAddress.check("169.254.169.254", stop)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "127.1",
                "0177.0.0.1",
                "127.0.0.1.",
                "fe80::1%eth0",
                "a b",
                "a\r\nb",
                "a/b",
                "u@h",
                "-a-.com",
                "",
                ".",
                "..",
                "１２７.０.０.１ "
            })
    void refusesHostsThatProgramsReadInDifferentWays(String host) {
        assertThatIOException()
                .isThrownBy(() -> AccessRules.forTrusted(AllowedHosts.NONE).check(host, stop))
                .isInstanceOf(AccessRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0/8", "/8", "a b", "fd00::/129", "*.", "http://a/"})
    void refusesSettingsThatNameNoHosts(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedHosts.parse(List.of(entry)))
                .withMessageContaining(entry);
    }

    @Test
    void travelsToTheMachineThatReads() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AccessRules rules = AccessRules.forRegistered(AllowedHosts.parse(List.of("10.0.0.0/8")));
        new ObjectOutputStream(bytes).writeObject(rules);
        AccessRules copy =
                (AccessRules)
                        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                                .readObject();
        assertThat(copy.check("10.2.3.4", stop)).hasSize(1);
        assertThatIOException().isThrownBy(() -> copy.check("192.168.0.1", stop));
    }

    @Test
    void aStoppedReaderWaitsForNoResolver() {
        stop.stop();
        assertThatIOException()
                .isThrownBy(
                        () ->
                                AccessRules.forRegistered(AllowedHosts.NONE)
                                        .check("cam.example.com", stop))
                .withMessageContaining("cancelled");
    }

    private static AccessRules registered(String... addresses) {
        return AccessRules.forRegistered(AllowedHosts.NONE).lookingUp(answering(addresses));
    }

    private static AddressLookup answering(String... addresses) {
        return (name, stop) -> Arrays.stream(addresses).map(AccessRulesTest::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
