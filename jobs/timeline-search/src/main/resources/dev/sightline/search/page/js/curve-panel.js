// SPDX-License-Identifier: Apache-2.0
import {html, live, nothing} from './lit.js';
import {ask} from './api.js';
import {query} from './address.js';
import {alerts, cosineAt, falseAlarms, firstThreshold, perDay} from './curve.js';
import {Loading, problemBox, spinner} from './loading.js';
import {announce, icon} from './parts.js';
import {dataOf, dataOfMoment, withPicture} from './pictures.js';
import * as times from './times.js';

/** What a query makes of a stream: its curve, the threshold, and what that would have told of. */
export class CurvePanel {
  /** @param note writes changes into the address */
  constructor(app, alert, note) {
    this.app = app;
    this.alert = alert;
    this.note = note;
    this.answer = new Loading(app.redraw);
    this.text = '';
    this.wrong = '';
  }

  /** Takes over what the address asks for. */
  show(state, timeline) {
    this.timeline = timeline;
    const {text, not, like, picture, model} = state;
    const asked = {text, not, like, picture, model};
    const key = JSON.stringify([timeline.stream, timeline.epoch, asked]);
    if (key === this.key) return;
    this.key = key;
    this.asked = asked;
    this.text = state.text;
    if (!asked.text && !asked.like && !asked.picture) return this.answer.reset();
    const given = state.threshold === '' ? NaN : Number(state.threshold);
    this.answer.start(async (signal) => {
      const loaded = await this.load(signal);
      // Points of a thinned curve are further apart than samples are.
      const curve = {...loaded, intervalMs: Math.max(loaded.intervalMs, loaded.bucketMs)};
      this.threshold = given >= 0 && given <= 1 ? given : firstThreshold(curve.levels);
      this.reckon(curve);
      return curve;
    });
  }

  hide() {
    this.answer.reset();
    this.key = null;
  }

  load(signal) {
    const {picture, ...words} = this.asked;
    const all = query({...words, stream: this.timeline.stream, epoch: this.timeline.epoch});
    if (!picture) return ask('curve', all, {signal});
    return ask('curve', null, {method: 'POST', body: withPicture(all, picture), signal});
  }

  /** Moves the threshold; all that follows from it is reckoned here, so it shows at once. */
  move(score) {
    this.threshold = score;
    this.note({threshold: score});
    this.reckon(this.answer.value);
  }

  reckon({points, intervalMs}) {
    this.told = alerts(points, intervalMs, this.threshold);
    this.app.redraw();
  }

  get ready() {
    return this.answer.state === 'ready';
  }

  /** What the timeline draws of it. */
  drawn() {
    if (!this.ready) return {curve: null, threshold: 0, told: []};
    return {curve: this.answer.value, threshold: this.threshold, told: this.told};
  }

  question() {
    return html`<form class="narrow question" @submit=${(event) => this.search(event)}>
      <label for="curve-text">Score curve of</label>
      <input id="curve-text" type="search" maxlength="1000" placeholder="what should be on the video"
        .value=${live(this.text)} @input=${(event) => { this.text = event.target.value; }}>
      <button type="submit">Show</button>
      ${this.asked?.like ? html`<span class="chip"><span>Like a moment</span></span>` : nothing}
      ${this.asked?.picture ? html`<span class="chip"><span>A picture</span></span>` : nothing}
      ${this.asked?.not.map((word) => html`<span class="chip"><span>not ${word}</span></span>`)}
    </form>
    ${this.answer.state === 'loading' ? spinner('Comparing …') : nothing}
    ${this.answer.state === 'failed'
      ? problemBox(this.answer.problem, this.answer.again) : nothing}`;
  }

  search(event) {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '') return announce('Type what the curve should be of');
    this.app.go({...this.app.state, text, like: '', picture: '', threshold: ''});
  }

  reading() {
    if (!this.ready) return nothing;
    const {points, levels, coveredHours, thinned, bucketMs} = this.answer.value;
    if (points.length === 0) {
      return html`<p class="faint">There are no samples of this stream to compare with.</p>`;
    }
    const rate = perDay(this.told.length, coveredHours);
    return html`<div class="reading">
      <dl aria-live="polite">
        <div><dt>Threshold</dt><dd id="reading-threshold">${this.threshold.toFixed(2)}</dd></div>
        <div><dt>Alerts a day</dt><dd id="reading-alerts">${times.daily(rate)}</dd></div>
        <div><dt>In what was watched</dt><dd>${times.count(this.told.length)}
          <small>in ${times.duration(coveredHours * 3600000)}</small></dd></div>
        <div><dt>False alarms a day, expected</dt><dd>${expectation(levels, this.threshold)}</dd></div>
      </dl>
      ${thinned ? html`<p class="faint">Long streams show the best sample of every
        ${times.duration(bucketMs)}; alerts are counted by what lasts two seconds in it.</p>` : nothing}
      ${this.levels(levels)}
      ${this.app.login.editor
        ? html`<button type="button" class="main" @click=${() => this.makeAlert()}>
          ${icon('bell')}Make this an alert</button>`
        : html`<span class="faint">An editor can make this an alert.</span>`}
      <p class="wrong" role="alert">${this.wrong}</p>
    </div>`;
  }

  /** The levels that the job itself would ask for, each a press away. */
  levels(levels) {
    if (levels.length === 0) return nothing;
    return html`<div class="levels" role="group" aria-label="False alarms a day">
      <span class="faint">Bearable a day:</span>
      ${levels.map((level) => html`<button type="button" class="quiet"
        @click=${() => this.move(thousandths(level.score))}
        aria-pressed=${thousandths(level.score) === thousandths(this.threshold)}
        >${times.rough(level.falseAlarmsPerDay)}</button>`)}
    </div>`;
  }

  /** An alert knows no moments: it looks for the picture of the one that this is like. */
  async image() {
    const {picture, like} = this.asked;
    if (picture && like) {
      throw new Error('An alert takes one picture, and this is like a moment and a picture. Remove one.');
    }
    if (like) return dataOfMoment(like);
    return picture ? dataOf(picture) : null;
  }

  async makeAlert() {
    const {points, levels} = this.answer.value;
    this.wrong = '';
    let image = null;
    try {
      image = await this.image();
    } catch (problem) {
      this.wrong = problem.message;
      return this.app.redraw();
    }
    return this.alert.open({
      text: this.asked.text,
      image,
      like: this.asked.like !== '',
      not: this.asked.not,
      timeline: this.timeline,
      budget: falseAlarms(levels, this.threshold)?.value ?? 1,
      cosine: cosineAt(points, levels, this.threshold),
    });
  }
}

function expectation(levels, threshold) {
  const expected = falseAlarms(levels, threshold);
  if (!expected) return 'unknown';
  const bound = {less: 'less than ', more: 'more than ', '': 'about '}[expected.bound];
  return bound + times.rough(expected.value);
}

function thousandths(score) {
  return Math.min(1, Math.max(0, Math.round(score * 1000) / 1000));
}
