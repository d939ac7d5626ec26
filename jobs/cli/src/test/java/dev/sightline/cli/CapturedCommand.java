// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * A command that has run in this process.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it said of failures
 */
record CapturedCommand(int code, String out, String err) {

    static CapturedCommand run(String... arguments) {
        PrintStream standardOut = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter help = new StringWriter();
        StringWriter err = new StringWriter();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CommandLine command = Sightline.commandLine();
            command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(help, true));
            int code = command.execute(arguments);
            String all = help + out.toString(StandardCharsets.UTF_8);
            return new CapturedCommand(code, all, err.toString());
        } finally {
            System.setOut(standardOut);
        }
    }
}
