// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/**
 * The model whose vectors an event stands on. Vectors of two digests must never be compared.
 *
 * @param name the bundle's name
 * @param digest {@code sha256:…} over towers, tokenizer and pre-processing
 * @param dim length of its vectors
 */
public record ModelBlock(String name, String digest, int dim) implements java.io.Serializable {}
