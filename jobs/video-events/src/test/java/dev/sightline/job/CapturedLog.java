// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** All that is logged in the process while it is open, with the traces of exceptions. */
final class CapturedLog extends AbstractAppender implements AutoCloseable {

    private static final String OURS = "dev.sightline";

    private final StringBuffer text = new StringBuffer();

    private CapturedLog() {
        super("captured", null, null, true, Property.EMPTY_ARRAY);
    }

    /** Begins to capture; ours with every detail. */
    static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        log.start();
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        context.getConfiguration().getRootLogger().addAppender(log, Level.ALL, null);
        Configurator.setLevel(OURS, Level.DEBUG);
        return log;
    }

    @Override
    public void append(LogEvent event) {
        text.append(event.getMessage().getFormattedMessage()).append('\n');
        if (event.getThrown() != null) {
            StringWriter trace = new StringWriter();
            event.getThrown().printStackTrace(new PrintWriter(trace));
            text.append(trace);
        }
    }

    String text() {
        return text.toString();
    }

    @Override
    public void close() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        context.getConfiguration().getRootLogger().removeAppender(getName());
        Configurator.setLevel(OURS, Level.INFO);
        stop();
    }
}
