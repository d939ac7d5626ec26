// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Term;
import dev.sightline.calibration.TermBackground;
import dev.sightline.event.QueryRequest;
import dev.sightline.video.wire.ValueIo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads armed queries. */
final class ArmedIo {

    private ArmedIo() {}

    static void write(ArmedQuery query, DataOutput out) throws IOException {
        QueryRequestIo.write(query.request(), out);
        out.writeInt(query.steps().size());
        for (ArmedStep step : query.steps()) {
            write(step.all(), out);
            write(step.not(), out);
            out.writeLong(step.withinMs());
        }
        write(query.labels(), out);
        out.writeBoolean(query.threshold() != null);
        if (query.threshold() != null) {
            out.writeDouble(query.threshold().cosine());
            out.writeDouble(query.threshold().falseAlarmsPerDay());
        }
        out.writeLong(query.sequence());
    }

    static ArmedQuery read(DataInput in) throws IOException {
        QueryRequest request = QueryRequestIo.read(in);
        List<ArmedStep> steps = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(new ArmedStep(readTerms(in), readTerms(in), in.readLong()));
        }
        List<Term> labels = readTerms(in);
        ArmedQuery.ColdThreshold threshold =
                in.readBoolean()
                        ? new ArmedQuery.ColdThreshold(in.readDouble(), in.readDouble())
                        : null;
        return new ArmedQuery(request, steps, labels, threshold, in.readLong());
    }

    private static void write(List<Term> terms, DataOutput out) throws IOException {
        out.writeInt(terms.size());
        for (Term term : terms) {
            out.writeLong(term.id());
            ValueIo.write(term.vector(), out);
            out.writeDouble(term.background().location());
            out.writeDouble(term.background().spread());
        }
    }

    private static List<Term> readTerms(DataInput in) throws IOException {
        List<Term> terms = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            long id = in.readLong();
            float[] vector = ValueIo.readVector(in);
            terms.add(new Term(id, vector, new TermBackground(in.readDouble(), in.readDouble())));
        }
        return terms;
    }
}
