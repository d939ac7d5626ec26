// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.TimeRange.Moment;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads moments: wall times, or times since a stream's start. */
final class MomentConverter implements ITypeConverter<Moment> {

    @Override
    public Moment convert(String text) {
        try {
            return new TimeRange.Wall(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return sinceTheStart(text);
        }
    }

    private static Moment sinceTheStart(String text) {
        try {
            Duration since = new DurationConverter().convert(text);
            return new TimeRange.Media(since.toMillis());
        } catch (TypeConversionException e) {
            throw new TypeConversionException(
                    "'"
                            + text
                            + "' is neither a time such as 2026-11-24T18:00:00Z nor one since a"
                            + " stream's start such as 90s");
        }
    }
}
