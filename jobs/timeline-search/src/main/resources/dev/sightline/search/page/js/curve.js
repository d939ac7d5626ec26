// SPDX-License-Identifier: Apache-2.0
/**
 * What a score curve says: how often a threshold would have told of something. Points are
 * [milliseconds of media time, score 0..1, cosine], the earliest first. A point of a thinned curve
 * has a fourth number: the score that samples of its stretch reach for as long as an alert takes.
 */

const SHORTEST_MS = 2000;
const COOLDOWN_MS = 10000;

/** The alerts that a threshold would have given, each {startMs, endMs, peak: point}. */
export function alerts(points, intervalMs, threshold) {
  const told = [];
  for (const run of runs(points, intervalMs, threshold)) {
    if (run.endMs - run.startMs < SHORTEST_MS) continue;
    const last = told[told.length - 1];
    if (last && run.startMs - last.endMs <= COOLDOWN_MS) {
      last.endMs = run.endMs;
      if (run.peak[1] > last.peak[1]) last.peak = run.peak;
    } else {
      told.push(run);
    }
  }
  return told;
}

/** Stretches without a hole in which every sample reaches the threshold. */
function runs(points, intervalMs, threshold) {
  const found = [];
  let run = null;
  for (const point of points) {
    const [ms, score, , lasting = score] = point;
    if (run && ms - run.endMs > intervalMs) run = null;
    if (lasting < threshold) {
      run = null;
    } else if (run) {
      run.endMs = ms + intervalMs;
      if (score > run.peak[1]) run.peak = point;
    } else {
      run = {startMs: ms, endMs: ms + intervalMs, peak: point};
      found.push(run);
    }
  }
  return found;
}

/** Alerts a day, of so many in the hours that were watched. */
export function perDay(count, coveredHours) {
  return coveredHours > 0 ? (count * 24) / coveredHours : 0;
}

/**
 * False alarms a day to be expected at a score, between the levels on a logarithmic scale.
 *
 * @returns {{value: number, bound: ''|'less'|'more'}|null} bound says that the score lies outside
 */
export function falseAlarms(levels, score) {
  const known = levels.filter((level) => level.falseAlarmsPerDay > 0)
    .sort((one, other) => one.score - other.score);
  if (known.length === 0) return null;
  const [low, high] = [known[0], known[known.length - 1]];
  if (score < low.score) return {value: low.falseAlarmsPerDay, bound: 'more'};
  if (score > high.score) return {value: high.falseAlarmsPerDay, bound: 'less'};
  const above = known.find((level) => level.score >= score);
  const below = known.filter((level) => level.score <= score).pop();
  if (above.score === below.score) return {value: above.falseAlarmsPerDay, bound: ''};
  const part = (score - below.score) / (above.score - below.score);
  const logs = [below, above].map((level) => Math.log(level.falseAlarmsPerDay));
  return {value: Math.exp(logs[0] + part * (logs[1] - logs[0])), bound: ''};
}

/** The cosine that belongs to a score, between the nearest known pairs; null if none is known. */
export function cosineAt(points, levels, score) {
  const pairs = [...points.map(([, one, cosine]) => [one, cosine]),
    ...levels.map((level) => [level.score, level.cosine])].sort((one, other) => one[0] - other[0]);
  if (pairs.length === 0) return null;
  const above = pairs.find((pair) => pair[0] >= score) ?? pairs[pairs.length - 1];
  const below = pairs.filter((pair) => pair[0] <= score).pop() ?? pairs[0];
  if (above[0] === below[0]) return above[1];
  return below[1] + ((score - below[0]) / (above[0] - below[0])) * (above[1] - below[1]);
}

/** Where a threshold is best begun with: what one false alarm a day asks for, if that is known. */
export function firstThreshold(levels) {
  const nearest = [...levels].sort((one, other) => distance(one) - distance(other))[0];
  return nearest ? Math.min(1, Math.max(0, nearest.score)) : 0.5;
}

function distance(level) {
  return Math.abs(Math.log(level.falseAlarmsPerDay));
}
