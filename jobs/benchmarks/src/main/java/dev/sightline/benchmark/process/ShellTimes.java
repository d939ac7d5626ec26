// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a POSIX shell's {@code times} prints: {@code 0m0.01s 0m0.02s}, children below. */
final class ShellTimes {

    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+(?:[.,]\\d+)?)s");

    private ShellTimes() {}

    /** User and system time of the children in seconds. */
    static double childSeconds(List<String> lines) throws IOException {
        if (lines.size() < 2) {
            throw new IOException("the shell's times are not understood: " + lines);
        }
        Matcher matcher = TIME.matcher(lines.get(1));
        double sum = 0;
        int found = 0;
        while (matcher.find()) {
            String seconds = matcher.group(2).replace(',', '.');
            sum += 60.0 * Long.parseLong(matcher.group(1)) + Double.parseDouble(seconds);
            found++;
        }
        if (found != 2) {
            throw new IOException("the shell's times are not understood: " + lines);
        }
        return sum;
    }
}
