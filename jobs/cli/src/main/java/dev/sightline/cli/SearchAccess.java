// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of commands that ask a timeline search; a token is never one of them. */
final class SearchAccess {

    /** Where it is, if the option does not say so. */
    static final String ADDRESS = "SIGHTLINE_SEARCH";

    /** The token, if there is no file with it. */
    static final String TOKEN = "SIGHTLINE_SEARCH_TOKEN";

    static final String USUAL_ADDRESS = "http://127.0.0.1:8085";

    /** The footer of their help. */
    static final String ENVIRONMENT =
            "Environment: " + ADDRESS + " instead of --at, " + TOKEN + " instead of --token-file.";

    private static final int LONGEST_TOKEN = 4096;

    private final Map<String, String> environment;

    @Option(
            names = "--at",
            paramLabel = "URL",
            description = "Address of the timeline search (default: " + USUAL_ADDRESS + ").")
    private String at;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token, where the timeline search wants one.")
    private Path tokenFile;

    SearchAccess(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The service that was given.
     *
     * @throws SettingsException if its address or the token cannot be used
     */
    SearchClient client() {
        String standard = environment.getOrDefault(ADDRESS, USUAL_ADDRESS);
        return at == null
                ? new SearchClient(address(ADDRESS, standard), token())
                : new SearchClient(address("--at", at), token());
    }

    private static URI address(String name, String text) {
        URI address;
        try {
            address = new URI(text.endsWith("/") ? text : text + "/");
        } catch (URISyntaxException e) {
            throw noAddress(name, text);
        }
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (address.getRawUserInfo() != null) {
            throw new SettingsException(
                    name + ": a password does not belong there; use --token-file or " + TOKEN);
        }
        boolean more = address.getRawQuery() != null || address.getRawFragment() != null;
        if (!web || address.getHost() == null || more) {
            throw noAddress(name, text);
        }
        return address;
    }

    private static SettingsException noAddress(String name, String text) {
        return new SettingsException(
                name + ": '" + text + "' is no address such as " + USUAL_ADDRESS);
    }

    private String token() {
        String given = tokenFile == null ? environment.get(TOKEN) : read(tokenFile);
        if (given == null || given.isBlank() && tokenFile == null) {
            return null;
        }
        String token = given.strip();
        String source = tokenFile == null ? TOKEN : tokenFile.toString();
        // Never shown, not even a wrong one.
        if (token.isEmpty() || token.chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
            throw new SettingsException(source + " holds no token: one line of ASCII, no spaces");
        }
        return token;
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST_TOKEN) {
                throw new SettingsException(file + " is too large for a file with a token");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new SettingsException(
                    "cannot read the token from " + file + ": " + FileProblem.reason(e));
        }
    }
}
