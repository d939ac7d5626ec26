// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final String TOKEN = "a token that is long";
    private static final Person ROBIN = new Person("Robin", Role.EDITOR);

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    private final Login login =
            new Login(
                    new LoginSettings(
                            LoginKind.TOKEN,
                            List.of(new LoginToken(ROBIN, LoginToken.hash(TOKEN))),
                            "U",
                            "R",
                            List.of(AddressRange.parse("10.1.0.0/16")),
                            Duration.ofHours(1),
                            false),
                    () -> now);

    private static Caller caller(String address, String token, String session) throws Exception {
        return sent(
                address,
                token == null ? Map.of() : Map.of("Authorization", List.of(token)),
                session);
    }

    private static Caller sent(String address, Map<String, List<String>> headers, String session)
            throws Exception {
        return new Caller(
                InetAddress.getByName(address),
                name -> headers.getOrDefault(name, List.of()),
                session);
    }

    @Test
    void theHeaderOfATokenTellsThePerson() throws Exception {
        assertThat(login.who(caller("10.0.0.1", "Bearer " + TOKEN, null))).hasValue(ROBIN);
        assertThat(login.who(caller("10.0.0.1", "bearer " + TOKEN, null))).hasValue(ROBIN);
        assertThat(login.who(caller("10.0.0.1", null, null))).isEmpty();
        assertThat(login.who(caller("10.0.0.1", "Basic abc", null))).isEmpty();
    }

    @Test
    void aSessionEndsByItself() throws Exception {
        Caller caller = caller("10.0.0.1", null, null);
        String session = login.begin(caller, TOKEN);
        assertThat(session).hasSizeGreaterThan(40).isNotEqualTo(login.begin(caller, TOKEN));
        assertThat(login.who(caller("10.0.0.9", null, session))).hasValue(ROBIN);
        assertThat(login.who(caller("10.0.0.9", null, session + "x"))).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(login.who(caller("10.0.0.9", null, session))).isEmpty();
    }

    @Test
    void wrongTokensAreCountedForEachAddressAndForgottenAfterAMinute() throws Exception {
        for (int i = 0; i < FailedLogins.PER_MINUTE; i++) {
            assertThat(refusal("10.0.0.1", "guess").tooMany()).isFalse();
        }
        assertThat(refusal("10.0.0.1", "guess").tooMany()).isTrue();
        assertThat(refusal("10.0.0.2", "guess").tooMany()).isFalse();
        now = now.plusSeconds(61);
        assertThat(refusal("10.0.0.1", "guess").tooMany()).isFalse();
    }

    @Test
    void aRightTokenIsLetInWhateverElseItsAddressHasTried() throws Exception {
        for (int i = 0; i <= FailedLogins.PER_MINUTE; i++) {
            refusal("10.0.0.1", "guess");
        }
        Caller right = caller("10.0.0.1", "Bearer " + TOKEN, null);
        assertThat(login.who(right)).hasValue(ROBIN);
        assertThat(login.begin(right, TOKEN)).isNotEmpty();
    }

    @Test
    void oneIpv6NetworkIsOneAddress() throws Exception {
        for (int i = 0; i < FailedLogins.PER_MINUTE; i++) {
            assertThat(refusal("2001:db8::" + i, "guess").tooMany()).isFalse();
        }
        assertThat(refusal("2001:db8::99", "guess").tooMany()).isTrue();
        assertThat(refusal("2001:db9::1", "guess").tooMany()).isFalse();
    }

    @Test
    void wrongTokensOfOneClientOfAProxyCountForNobodyElse() throws Exception {
        for (int i = 0; i < FailedLogins.PER_MINUTE; i++) {
            assertThat(refusal(forwarded("guess", "192.0.2.1, 10.1.0.8")).tooMany()).isFalse();
        }
        assertThat(refusal(forwarded("guess", "spoofed, 192.0.2.1")).tooMany()).isTrue();
        assertThat(refusal(forwarded("guess", "192.0.2.1, 192.0.2.2")).tooMany()).isFalse();
        assertThat(refusal(forwarded("guess", "nonsense")).tooMany()).isFalse();
    }

    private static Caller forwarded(String token, String hops) throws Exception {
        return sent(
                "10.1.0.7",
                Map.of(
                        "Authorization",
                        List.of("Bearer " + token),
                        "X-Forwarded-For",
                        List.of(hops)),
                null);
    }

    private LoginRefused refusal(String address, String token) throws Exception {
        LoginRefused refusal = refusal(caller(address, "Bearer " + token, null));
        assertThat(refusal).hasMessageNotContaining(token);
        return refusal;
    }

    private LoginRefused refusal(Caller caller) {
        try {
            throw new AssertionError(login.who(caller) + " was let in");
        } catch (LoginRefused e) {
            return e;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.9.8.7,true",
        "10.0.0.0/8,11.0.0.1,false",
        "10.0.0.7,10.0.0.7,true",
        "10.0.0.7,10.0.0.6,false",
        "10.0.0.0/30,10.0.0.3,true",
        "10.0.0.0/30,10.0.0.4,false",
        "0.0.0.0/0,192.0.2.1,true",
        "::1,::1,true",
        "2001:db8::/32,2001:db8:1::5,true",
        "2001:db8::/32,2001:db9::5,false",
        "0.0.0.0/0,::1,false"
    })
    void networksHaveTheirAddresses(String range, String address, boolean contains)
            throws Exception {
        assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address)))
                .isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "10.0.0.0/x",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.300",
                "10.1",
                "::/129"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("is no IP address such as.*|has a length that is not.*");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "LOCALHOST:8085,true",
        "127.0.0.1:8085,true",
        "127.9.9.9,true",
        "[::1]:8085,true",
        "evil.example,false",
        "localhost.evil.example,false",
        "127.0.0.1.evil.example,false",
        "10.0.0.1,false",
        ",false"
    })
    void onlyNamesOfThisMachineAreLoopback(String host, boolean loopback) {
        assertThat(LoopbackHost.is(host)).isEqualTo(loopback);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin,https://evil.example,false",
        "none,,false",
        "same-site,,true",
        "cross-site,,true",
        ",http://localhost:8085,false",
        ",http://evil.example,true",
        ",http://localhost:8086,true",
        ",null,true",
        ",http://[,true",
        ",,false"
    })
    void anotherSiteIsKnown(String site, String origin, boolean cross) {
        assertThat(
                        CrossSite.is(
                                name ->
                                        switch (name) {
                                            case "Sec-Fetch-Site" -> site;
                                            case "Origin" -> origin;
                                            default -> "localhost:8085";
                                        }))
                .isEqualTo(cross);
    }
}
