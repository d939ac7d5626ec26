/**
 * What a query's cosines mean: how many false alarms a day any strength of evidence gives on a
 * stream. Plain Java; the state of a stream has a serializer.
 *
 * <p>A cosine says nothing by itself, as every query has a level and a spread of its own ({@link
 * dev.sightline.calibration.TermBackground}) and some pictures match everything. Beside the queries
 * a control group of sentences that nobody asked for is scored on every sample. It tells how much
 * anything at all matches a picture ({@link dev.sightline.calibration.Reading}), what share of
 * unrelated pictures reaches a level ({@link dev.sightline.calibration.BackgroundTail}), and, as
 * every alarm of it is a false one, how many a day there are on this very stream ({@link
 * dev.sightline.calibration.FalseAlarms}). {@link dev.sightline.calibration.StreamCalibration} puts
 * them together.
 */
package dev.sightline.calibration;
