// SPDX-License-Identifier: Apache-2.0
/** Times in words: media time in h:mm:ss.mmm, wall time in the zone of the reader. */

const WALL = new Intl.DateTimeFormat(undefined, {
  year: 'numeric', month: 'short', day: 'numeric',
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3,
  timeZoneName: 'short',
});
const DAY = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});

/** h:mm:ss.mmm of milliseconds. */
export function media(ms) {
  const rest = String(Math.abs(Math.round(ms)) % 1000).padStart(3, '0');
  return `${clock(ms)}.${rest}`;
}

/** h:mm:ss of milliseconds. */
export function clock(ms) {
  const seconds = Math.floor(Math.abs(Math.round(ms)) / 1000);
  const two = (value) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${ms < 0 ? '-' : ''}${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Wall time of a time block, with its error where that is known; '' if it has none. */
export function wall(time) {
  if (!time?.wall) return '';
  const error = time.wallErrorMs;
  return WALL.format(new Date(time.wall)) + (error ? ` ± ${duration(error)}` : '');
}

/** Wall time that an instant has, short; '' if there is none. */
export function day(instant) {
  return instant ? DAY.format(new Date(instant)) : '';
}

/** A length of time for reading. */
export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60000) return `${trim(ms / 1000)} s`;
  if (ms < 3600000) return `${Math.floor(ms / 60000)} min ${Math.floor((ms % 60000) / 1000)} s`;
  return `${Math.floor(ms / 3600000)} h ${Math.floor((ms % 3600000) / 60000)} min`;
}

/** A number with at most one digit behind the point. */
export function trim(value) {
  return value.toLocaleString(undefined, {maximumFractionDigits: 1});
}

/** A number with two digits that count. */
export function rough(value) {
  return value.toLocaleString(undefined, {maximumSignificantDigits: 2});
}

/** How often a day. */
export function daily(rate) {
  return rate >= 100 ? count(Math.round(rate)) : trim(rate);
}

/** A count in the reader's notation. */
export function count(value) {
  return (value ?? 0).toLocaleString();
}

/** Milliseconds of "1:02:03.5", "90s", "90" (seconds), "1500ms"; null if it is none of these. */
export function parseMedia(text) {
  const unit = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim());
  if (unit) return Math.round(unit[1] * {ms: 1, s: 1000, m: 60000, h: 3600000}[unit[2] ?? 's']);
  const parts = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d{1,3})?)$/.exec(text.trim());
  if (!parts) return null;
  return Math.round(((Number(parts[1] ?? 0) * 60 + Number(parts[2])) * 60 + Number(parts[3])) * 1000);
}
