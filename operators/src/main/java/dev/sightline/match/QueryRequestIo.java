// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.BudgetScope;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.event.QueryWeights;
import dev.sightline.video.wire.ValueIo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads what a user asked for. Not as the JSON that users write: a query that was
 * accepted stays readable when later versions accept less.
 */
final class QueryRequestIo {

    private QueryRequestIo() {}

    static void write(QueryRequest query, DataOutput out) throws IOException {
        writeText(query.id(), out);
        out.writeInt(query.steps().size());
        for (QueryStep step : query.steps()) {
            write(step, out);
        }
        writeTexts(query.labels(), out);
        writeTexts(query.streams(), out);
        out.writeDouble(query.alarmBudgetPerDay());
        out.writeUTF(query.budgetScope().name());
        out.writeBoolean(query.threshold() != null);
        if (query.threshold() != null) {
            out.writeDouble(query.threshold());
        }
        out.writeLong(query.minDurationMs());
        out.writeLong(query.cooldownMs());
        out.writeLong(query.version());
    }

    static QueryRequest read(DataInput in) throws IOException {
        String id = readText(in);
        List<QueryStep> steps = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(readStep(in));
        }
        return new QueryRequest(
                id,
                steps,
                readTexts(in),
                readTexts(in),
                in.readDouble(),
                BudgetScope.valueOf(in.readUTF()),
                in.readBoolean() ? (Double) in.readDouble() : null,
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    private static void write(QueryStep step, DataOutput out) throws IOException {
        writeText(step.text(), out);
        writeText(step.image(), out);
        out.writeDouble(step.weights().text());
        out.writeDouble(step.weights().image());
        writeTexts(step.and(), out);
        writeTexts(step.not(), out);
        out.writeLong(step.withinMs());
    }

    private static QueryStep readStep(DataInput in) throws IOException {
        return new QueryStep(
                readText(in),
                readText(in),
                new QueryWeights(in.readDouble(), in.readDouble()),
                readTexts(in),
                readTexts(in),
                in.readLong());
    }

    private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            writeText(text, out);
        }
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(readText(in));
        }
        return texts;
    }

    /** A picture is longer than {@code writeUTF} can write. */
    private static void writeText(String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            ValueIo.write(text.getBytes(StandardCharsets.UTF_8), out);
        }
    }

    private static String readText(DataInput in) throws IOException {
        return in.readBoolean() ? new String(ValueIo.readBytes(in), StandardCharsets.UTF_8) : null;
    }
}
