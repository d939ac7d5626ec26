// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {momentHref} from './address.js';
import {picture} from './parts.js';
import * as times from './times.js';

const PICTURES = 12;
const DAY_MS = 86400000;

/** What a query would have found in what is stored; `current` is false if it was changed since. */
export function backTestResult(result, current = true) {
  const {asked, others, coveredMs} = result;
  const found = asked.matches;
  return html`<section class=${`box result ${current ? '' : 'stale'}`} aria-label="Back-test">
    <strong>${found.length === 0 ? 'It would not have matched'
      : `It would have matched ${times.count(found.length)} ${found.length === 1 ? 'time' : 'times'}`}</strong>
    <p class="faint">in ${times.duration(coveredMs)} of ${times.count(result.streams.length)}
      ${result.streams.length === 1 ? 'stream' : 'streams'}, that is
      ${rate(found.length, coveredMs)} a day${asked.bearable === null || asked.bearable === undefined
        ? '' : `; ${asked.bearable.toLocaleString(undefined, {maximumSignificantDigits: 2})} false alarms were to be expected`}.
      ${current ? nothing : html`<b>Changed since: back-test again.</b>`}</p>
    ${found.length === 0 ? nothing : html`<ol class="strip">${found.slice(0, PICTURES).map(shot)}</ol>`}
    ${found.length > PICTURES ? html`<p class="faint">and ${times.count(found.length - PICTURES)} more</p>` : nothing}
    ${others.length === 0 ? nothing : html`<table class="budgets">
      <thead><tr><th>False alarms a day</th>${others.map((other) => html`<th class="number">${other.alarmBudgetPerDay}</th>`)}</tr></thead>
      <tbody><tr><th scope="row">Matches</th>${others.map((other) => html`<td class="number">${times.count(other.matches.length)}</td>`)}</tr></tbody>
    </table>`}
  </section>`;
}

function rate(found, coveredMs) {
  const daily = coveredMs > 0 ? (found * DAY_MS) / coveredMs : 0;
  return daily >= 100 ? times.count(Math.round(daily)) : times.trim(daily);
}

function shot(match) {
  const moment = {stream: match.streamId, epoch: match.epoch, peak: match.peak};
  return html`<li><a class="shot" href=${momentHref(moment)} data-go title=${match.streamId}>${picture(match.picture)}
    <span class="stamp">${times.clock(match.peak.mediaMs)}</span></a></li>`;
}
