/**
 * How well standing queries keep what they promise: on streams made of clips with captions, beside
 * a single raw threshold and beside the best threshold for each query, and how many false alarms a
 * budget really gives.
 */
package dev.sightline.benchmark.queries;
