// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {momentHref} from './address.js';
import {perDay} from './curve.js';
import {spinner} from './loading.js';
import {picture} from './parts.js';
import * as times from './times.js';

const PICTURES = 12;
const HOUR_MS = 3600000;

/** What a query would have found in what is stored; `current` is false if it was changed since. */
export function backTestResult(result, current = true) {
  const {asked: {matches}, others} = result;
  return html`<section class=${`box result ${current ? '' : 'stale'}`} aria-label="Back-test">
    <strong>${headline(matches.length)}</strong>
    <p class="faint">${basis(result)}
      ${current ? nothing : html`<b>Changed since: back-test again.</b>`}</p>
    ${matches.length === 0 ? nothing : html`<ol class="strip">
      ${matches.slice(0, PICTURES).map(shot)}</ol>`}
    ${matches.length <= PICTURES ? nothing : html`<p class="faint">
      and ${times.count(matches.length - PICTURES)} more</p>`}
    ${others.length === 0 ? nothing : budgets(others)}
  </section>`;
}

/** That it is under way. */
export function testing() {
  return spinner('Going through the stored samples …');
}

/** How often it matched, in words. */
export function headline(found) {
  if (found === 0) return 'It would not have matched';
  return `It would have matched ${times.count(found)} ${found === 1 ? 'time' : 'times'}`;
}

function basis({asked, coveredMs, streams}) {
  const rate = times.daily(perDay(asked.matches.length, coveredMs / HOUR_MS));
  const where = `${times.count(streams.length)} ${streams.length === 1 ? 'stream' : 'streams'}`;
  const expected = asked.bearable === null || asked.bearable === undefined
    ? '' : `; ${times.rough(asked.bearable)} false alarms were to be expected`;
  return `in ${times.duration(coveredMs)} of ${where}, that is ${rate} a day${expected}.`;
}

function budgets(others) {
  return html`<table class="budgets">
    <thead><tr><th>False alarms a day</th>
      ${others.map((other) => html`<th class="number">${other.alarmBudgetPerDay}</th>`)}</tr></thead>
    <tbody><tr><th scope="row">Matches</th>
      ${others.map((other) => html`<td class="number">${times.count(other.matches.length)}</td>`)}</tr>
    </tbody>
  </table>`;
}

function shot(match) {
  const moment = {stream: match.streamId, epoch: match.epoch, peak: match.peak};
  return html`<li><a class="shot" href=${momentHref(moment)} data-go title=${match.streamId}>
    ${picture(match.picture)}<span class="stamp">${times.clock(match.peak.mediaMs)}</span></a></li>`;
}
