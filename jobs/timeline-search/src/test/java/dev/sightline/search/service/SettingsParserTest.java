// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.search.login.AddressRange;
import dev.sightline.search.login.LoginKind;
import dev.sightline.search.login.LoginToken;
import dev.sightline.search.login.Person;
import dev.sightline.search.login.Role;
import dev.sightline.testdata.repository.Repository;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsParserTest {

    private static final String TOKEN = "a token that is long";

    @TempDir Path home;

    private SearchSettings parse(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (Stream.of(arguments).noneMatch(argument -> argument.startsWith("--model"))) {
            all.add("--model=" + home);
        }
        return parser().parse(all);
    }

    private SettingsParser parser() {
        return new SettingsParser(
                Map.of("SIGHTLINE_HOME", home.toString(), "TOKEN", TOKEN, "SHORT", "abc"));
    }

    @Test
    void hasADefaultForEachSetting() {
        SearchSettings settings = parse();
        assertThat(settings.listen()).isEqualTo(new InetSocketAddress("127.0.0.1", 8085));
        assertThat(settings.index()).isEqualTo(Path.of("timeline-index").toAbsolutePath());
        assertThat(settings.models()).containsExactly(home);
        assertThat(settings.exactLimit()).isEqualTo(1_000_000);
        assertThat(settings.videoRoots()).isEmpty();
        assertThat(settings.pictureFolders()).isEmpty();
        assertThat(settings.retention().deletes()).isFalse();
        assertThat(settings.login().kind()).isEqualTo(LoginKind.OFF);
        assertThat(settings.login().tokens()).isEmpty();
        assertThat(settings.login().proxies()).isEmpty();
        assertThat(settings.login().userHeader()).isEqualTo("X-Forwarded-User");
        assertThat(settings.login().roleHeader()).isEqualTo("X-Forwarded-Role");
        assertThat(settings.login().session()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.login().secureCookie()).isFalse();
        assertThat(settings.kafka()).isEqualTo(Map.of("bootstrap.servers", "localhost:9092"));
    }

    @Test
    void readsEachSetting() throws Exception {
        Path token = Files.writeString(home.resolve("token"), TOKEN + "\n");
        SearchSettings settings =
                parse(
                        "--listen=[::1]:0",
                        "--index=" + home.resolve("i"),
                        "--model=" + home,
                        "--exact-limit=5",
                        "--video-root=" + home,
                        "--picture-folder=" + home,
                        "--retention=7d",
                        "--retention-stream=gate/*=1d",
                        "--retention-stream=gate/3=2d",
                        "--login=token",
                        "--login-token=a:viewer=sha256:" + LoginToken.hash(TOKEN),
                        "--login-token=b:editor=env:TOKEN",
                        "--login-token=c:viewer=file:" + token,
                        "--login-proxy=10.0.0.0/8",
                        "--login-user-header=U",
                        "--login-role-header=R",
                        "--login-session=5min",
                        "--secure-cookie=true",
                        "--kafka.bootstrap.servers",
                        "b:1",
                        "--kafka.security.protocol=SSL");
        assertThat(settings.listen()).isEqualTo(new InetSocketAddress("::1", 0));
        assertThat(settings.index()).isEqualTo(home.resolve("i"));
        assertThat(settings.exactLimit()).isEqualTo(5);
        assertThat(settings.videoRoots()).containsExactly(home);
        assertThat(settings.pictureFolders()).containsExactly(home);
        assertThat(settings.retention().ageOf("door")).isEqualTo(Duration.ofDays(7));
        assertThat(settings.retention().ageOf("gate/3")).isEqualTo(Duration.ofDays(1));
        String hash = LoginToken.hash(TOKEN);
        assertThat(settings.login().tokens())
                .containsExactly(
                        new LoginToken(new Person("a", Role.VIEWER), hash),
                        new LoginToken(new Person("b", Role.EDITOR), hash),
                        new LoginToken(new Person("c", Role.VIEWER), hash));
        assertThat(settings.login().proxies()).containsExactly(AddressRange.parse("10.0.0.0/8"));
        assertThat(settings.login().userHeader()).isEqualTo("U");
        assertThat(settings.login().roleHeader()).isEqualTo("R");
        assertThat(settings.login().session()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.login().secureCookie()).isTrue();
        assertThat(settings.kafka())
                .isEqualTo(Map.of("bootstrap.servers", "b:1", "security.protocol", "SSL"));
        assertThat(settings.toString())
                .contains("retention 7 d; gate/*: 1 d; gate/3: 2 d, login token")
                .doesNotContain(hash, TOKEN);
    }

    @Test
    void anArgumentOverrulesTheFile() throws Exception {
        Path file =
                Files.writeString(
                        home.resolve("s.yaml"),
                        """
                        listen: 127.0.0.1:1
                        exact-limit: 7
                        retention-stream: [a=1d, b=2d]
                        kafka:
                          bootstrap.servers: f:1
                          client.id: x
                        """);
        SearchSettings settings =
                parse("--config", file.toString(), "--exact-limit", "8", "--kafka.client.id", "y");
        assertThat(settings.listen().getPort()).isEqualTo(1);
        assertThat(settings.exactLimit()).isEqualTo(8);
        assertThat(settings.retention().rules()).hasSize(2);
        assertThat(settings.kafka())
                .isEqualTo(Map.of("bootstrap.servers", "f:1", "client.id", "y"));
    }

    @Test
    void anUnknownSettingNamesTheNearestOne() throws Exception {
        assertThatThrownBy(() -> parse("--exact-limt=5"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--exact-limt")
                .hasMessageContaining("did you mean --exact-limit");
        Path file = Files.writeString(home.resolve("s.yaml"), "listn: 127.0.0.1:1\n");
        assertThatThrownBy(() -> parse("--config=" + file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("s.yaml")
                .hasMessageContaining("did you mean --listen");
        assertThatThrownBy(() -> parse("--config=" + home.resolve("none.yaml")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cannot read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --listen=8085                     | listen
                    --listen=127.0.0.1:70000          | listen
                    --exact-limit=-1                  | exact-limit
                    --retention=soon                  | retention
                    --retention=30                    | has no unit
                    --retention-stream=gate=7         | has no unit
                    --retention-stream=gate           | retention-stream
                    --video-root=/nowhere/at/all      | video-root
                    --picture-folder=/nowhere/at/all  | picture-folder
                    --model=/nowhere/at/all           | model
                    --login=none                      | login
                    --login=token                     | login: token needs at least one login-token
                    --login=header                    | login: header needs login-proxy
                    --listen=0.0.0.0:8085             | login: off would let anybody
                    --login-token=a:viewer=env:SHORT  | too short
                    --login-token=a:viewer=env:NONE   | there is no variable NONE
                    --login-token=a:viewer=file:/none | there is no file /none
                    --config=/none                    | read /none (No such file or directory)
                    --login-token=a:viewer=sha256:12  | 64 hexadecimal digits
                    --login-proxy=proxy.example       | login-proxy
                    --login-proxy=10.0.0.0/33         | login-proxy
                    --login-session=0s                | login-session
                    --secure-cookie=maybe             | secure-cookie
                    """)
    void whatIsWrongIsNamedWithTheRemedy(String argument, String said) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aTokenThatCannotBeUsedIsNotSaidToBeMissing() {
        assertThatThrownBy(() -> parse("--login=token", "--login-token=a:viewer=env:SHORT"))
                .hasMessageContaining("at least 16 random characters")
                .hasMessageNotContaining("needs at least one");
        assertThatThrownBy(() -> parse("--login=header", "--login-proxy=proxy.example"))
                .hasMessageNotContaining("needs login-proxy");
    }

    @Test
    void retentionIsToldInTheLargestWholeUnit() {
        assertThat(parse().toString()).contains("retention for ever,");
        assertThat(parse("--retention=36h").toString()).contains("retention 36 h,");
        assertThat(parse("--retention=90s", "--retention-stream=a=0s").toString())
                .contains("retention 90 s; a: for ever,");
    }

    @Test
    void takesSeveralModelsInTheirOrder() throws Exception {
        Path before = Files.createDirectory(home.resolve("before"));
        SearchSettings settings = parse("--model=" + home, "--model=" + before);
        assertThat(settings.models()).containsExactly(home, before);
        Path file =
                Files.writeString(
                        home.resolve("c.yaml"), "model:\n  - %s\n  - %s\n".formatted(before, home));
        assertThat(parser().parse(List.of("--config=" + file)).models())
                .containsExactly(before, home);
        assertThatThrownBy(() -> parse("--model=" + home, "--model=/nowhere/at/all"))
                .hasMessageContaining("model: there is no folder /nowhere/at/all");
    }

    @Test
    void tellsAllThatIsWrongAndNoToken() {
        assertThatThrownBy(
                        () -> parse("--login-token=a:editor=mysecrettoken", "--exact-limit=many"))
                .hasMessageContaining("login-token: 'a:editor=***'")
                .hasMessageContaining("exact-limit: 'many'")
                .hasMessageNotContaining("mysecret");
    }

    @Test
    void theSampleHasEverySettingWithItsDefault() throws Exception {
        Path sample = Repository.root().resolve("deploy/conf/timeline-search.yaml");
        assertThat(parse("--config=" + sample).toString()).isEqualTo(parse().toString());
        String text = Files.readString(sample);
        Map<String, String> values = new TreeMap<>();
        Matcher lines = Pattern.compile("(?m)^# ([a-z-]+):(?: (.*))?$").matcher(text);
        while (lines.find()) {
            values.put(lines.group(1), lines.group(2));
        }
        TreeSet<String> keys = new TreeSet<>();
        for (SearchOption option : SearchOptions.ALL) {
            keys.add(option.key());
            assertThat(values.get(option.key())).as(option.key()).isEqualTo(option.standard());
            assertThat(text.replace("\n#", "").replaceAll("\\s+", " ")).contains(option.text());
        }
        values.keySet().retainAll(keys);
        assertThat(values.keySet()).isEqualTo(keys);
    }

    @Test
    void helpHasEverySettingWithItsDefault() {
        String help = SettingsParser.help();
        for (SearchOption option : SearchOptions.ALL) {
            assertThat(help).contains("--" + option.key() + "=VALUE");
        }
        assertThat(help).contains("127.0.0.1:8085", "--config", "--version");
    }
}
