// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes small ONNX graphs: nodes in the order in which they run, constants, inputs and outputs.
 * The field numbers are those of onnx.proto.
 */
final class OnnxGraph {

    /** ONNX's numbers of element types. */
    enum Type {
        FLOAT(1),
        INT32(6),
        INT64(7);

        private final int number;

        Type(int number) {
            this.number = number;
        }
    }

    /** A dimension whose size is known only when the graph runs. */
    static final long ANY = -1;

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int ATTRIBUTE_INT = 2;

    private final ProtobufWriter graph = new ProtobufWriter();

    OnnxGraph input(String name, Type type, long... shape) {
        graph.message(11, value(name, type, shape));
        return this;
    }

    OnnxGraph output(String name, long... shape) {
        graph.message(12, value(name, Type.FLOAT, shape));
        return this;
    }

    private static ProtobufWriter value(String name, Type type, long... shape) {
        ProtobufWriter dimensions = new ProtobufWriter();
        for (long size : shape) {
            ProtobufWriter dimension = new ProtobufWriter();
            dimensions.message(
                    1, size == ANY ? dimension.text(2, "any") : dimension.integer(1, size));
        }
        ProtobufWriter tensor = new ProtobufWriter().integer(1, type.number).message(2, dimensions);
        return new ProtobufWriter()
                .text(1, name)
                .message(2, new ProtobufWriter().message(1, tensor));
    }

    OnnxGraph constant(String name, float[] values, long... shape) {
        graph.message(5, tensor(name, Type.FLOAT, shape).floats(9, values));
        return this;
    }

    OnnxGraph constant(String name, long... values) {
        graph.message(5, tensor(name, Type.INT64, values.length).integers(9, values));
        return this;
    }

    private static ProtobufWriter tensor(String name, Type type, long... shape) {
        ProtobufWriter tensor = new ProtobufWriter();
        for (long size : shape) {
            tensor.integer(1, size);
        }
        return tensor.integer(2, type.number).text(8, name);
    }

    /** Adds an operator; its output's name is its own. */
    OnnxGraph node(String operator, String output, String... inputs) {
        graph.message(1, operator(operator, output, inputs));
        return this;
    }

    /** Adds an operator with one whole-number attribute. */
    OnnxGraph node(String operator, String output, String attribute, long value, String... inputs) {
        ProtobufWriter attributes =
                new ProtobufWriter()
                        .text(1, attribute)
                        .integer(3, value)
                        .integer(20, ATTRIBUTE_INT);
        graph.message(1, operator(operator, output, inputs).message(5, attributes));
        return this;
    }

    /** Adds a conversion of element types. */
    OnnxGraph cast(Type to, String output, String input) {
        return node("Cast", output, "to", to.number, input);
    }

    private static ProtobufWriter operator(String operator, String output, String... inputs) {
        ProtobufWriter node = new ProtobufWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output).text(4, operator);
    }

    void write(Path file) throws IOException {
        ProtobufWriter model =
                new ProtobufWriter()
                        .integer(1, IR_VERSION)
                        .message(7, graph.text(2, "small"))
                        .message(8, new ProtobufWriter().integer(2, OPERATOR_SET));
        Files.write(file, model.bytes());
    }
}
