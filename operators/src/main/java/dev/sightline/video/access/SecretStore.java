// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Resolves references to secrets where a stream is read: {@code env:NAME} is the environment
 * variable of that name, {@code file:NAME} a file below the folder into which secrets are mounted.
 *
 * <p>Whoever may register a stream may choose the host that the secret is sent to. So only what is
 * meant for streams can be named: variables that begin with {@value #VARIABLE_PREFIX}, and files
 * that lie below the folder when all links are followed. A list of hosts beside a secret, the
 * variable {@code NAME_HOSTS} or the file {@code NAME.hosts}, keeps it from being sent to others.
 */
public final class SecretStore implements Serializable {

    /** What the names of environment variables with secrets of streams begin with. */
    public static final String VARIABLE_PREFIX = "SIGHTLINE_SECRET_";

    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern FILE_NAME =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,3}");

    /** Longer than any token, short enough to be read whole. */
    private static final long LARGEST = 16 * 1024;

    private final String folder;
    private final Environment environment;

    /** Where variables come from; a lambda of this kind travels with the store. */
    interface Environment extends Supplier<Map<String, String>>, Serializable {}

    /**
     * @param folder into which secrets are mounted on each machine; empty for none
     */
    public SecretStore(String folder) {
        this(folder, System::getenv);
    }

    SecretStore(String folder, Environment environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Checks the form of a reference, without resolving it.
     *
     * @throws IllegalArgumentException saying what is wrong; never quoting it, as it may be the
     *     secret itself
     */
    public static void checkReference(String reference) {
        if (reference.startsWith(ENVIRONMENT)) {
            String name = reference.substring(ENVIRONMENT.length());
            if (!VARIABLE.matcher(name).matches() || !name.startsWith(VARIABLE_PREFIX)) {
                throw new IllegalArgumentException(
                        "secretRef must name a variable that begins with " + VARIABLE_PREFIX);
            }
        } else if (!reference.startsWith(FILE)
                || !FILE_NAME.matcher(reference.substring(FILE.length())).matches()) {
            throw new IllegalArgumentException(
                    "secretRef must be env:NAME, or file:NAME of a file below the folder of"
                            + " secrets");
        }
    }

    /**
     * Looks a secret up; each time anew, as it may have been renewed.
     *
     * @param reference {@code env:NAME} or {@code file:NAME}
     * @throws AccessRefused if it is absent or cannot be read; names the reference only
     */
    public Secret resolve(String reference) throws AccessRefused {
        try {
            checkReference(reference);
        } catch (IllegalArgumentException e) {
            throw new AccessRefused(e.getMessage());
        }
        return reference.startsWith(ENVIRONMENT)
                ? variable(reference.substring(ENVIRONMENT.length()))
                : file(reference.substring(FILE.length()));
    }

    /**
     * Looks a secret up for a host.
     *
     * @param host that it will be sent to
     * @throws AccessRefused if it is absent, cannot be read, or is kept for other hosts
     */
    public Secret resolve(String reference, String host) throws AccessRefused {
        Secret secret = resolve(reference);
        String list =
                reference.startsWith(ENVIRONMENT)
                        ? environment
                                .get()
                                .getOrDefault(
                                        reference.substring(ENVIRONMENT.length()) + "_HOSTS", "")
                        : hostsFile(reference.substring(FILE.length()) + ".hosts");
        List<String> hosts =
                Arrays.stream(list.split("[\\s,]+")).filter(entry -> !entry.isEmpty()).toList();
        if (!hosts.isEmpty() && !isOneOf(hosts, HostName.canonical(host))) {
            throw new AccessRefused("its secret is kept for other hosts than " + host);
        }
        return secret;
    }

    private static boolean isOneOf(List<String> hosts, String host) throws AccessRefused {
        try {
            AllowedHosts kept = AllowedHosts.parse(hosts);
            return HostName.isAddress(host)
                    ? kept.contains(HostName.address(host))
                    : kept.containsName(host);
        } catch (IllegalArgumentException e) {
            throw new AccessRefused("the hosts of its secret cannot be read: " + e.getMessage());
        }
    }

    private String hostsFile(String name) throws AccessRefused {
        return Files.exists(Path.of(folder, name)) ? file(name).reveal() : "";
    }

    private Secret variable(String name) throws AccessRefused {
        String value = environment.get().get(name);
        if (value == null || value.isEmpty()) {
            throw new AccessRefused(
                    "its secret is absent: no environment variable " + name + " on this machine");
        }
        return new Secret(value);
    }

    private Secret file(String name) throws AccessRefused {
        if (folder.isEmpty()) {
            throw new AccessRefused("its secret is a file, but no folder of secrets is set");
        }
        try {
            Path root = Path.of(folder).toRealPath();
            Path file = root.resolve(name).toRealPath();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                throw new AccessRefused("its secret " + name + " is no file below the folder");
            }
            if (Files.size(file) > LARGEST) {
                throw new AccessRefused("its secret " + name + " is too large to be one");
            }
            return new Secret(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (AccessRefused e) {
            throw e;
        } catch (IOException e) {
            throw new AccessRefused("its secret " + name + " cannot be read on this machine");
        }
    }
}
