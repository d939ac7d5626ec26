// SPDX-License-Identifier: Apache-2.0
import {html} from './lit.js';

/** How much of what is stored a back-test goes through: the service takes no more than 100,000 samples. */

const HOUR_MS = 3600000;
const SPANS = {
  hour: {words: 'the last hour', ms: HOUR_MS},
  day: {words: 'the last 24 hours', ms: 24 * HOUR_MS},
  all: {words: 'all that is stored', ms: Infinity},
};

/** What to begin with: all of a stream that is no longer than a day. */
export function firstSpan(durationMs) {
  return durationMs > SPANS.day.ms ? 'day' : 'all';
}

/** The `from` of a span that ends now; null for all. */
export function fromBeforeNow(span) {
  const {ms} = SPANS[span];
  return ms === Infinity ? null : new Date(Date.now() - ms).toISOString();
}

/** The `from` of a span that ends with a stream: wall time if that is known, else media time. */
export function fromBeforeEnd(span, {durationMs, firstWall}) {
  const ms = durationMs - SPANS[span].ms;
  if (ms <= 0) return null;
  return firstWall ? new Date(new Date(firstWall).getTime() + ms).toISOString() : `${ms}ms`;
}

/** Lets the reader choose. */
export function spanPicker(chosen, change) {
  return html`<label class="field"><span>Back-test over</span>
    <select name="span" @change=${(event) => change(event.target.value)}>
      ${Object.entries(SPANS).map(([span, {words}]) => html`
        <option value=${span} ?selected=${span === chosen}>${words}</option>`)}
    </select></label>`;
}
