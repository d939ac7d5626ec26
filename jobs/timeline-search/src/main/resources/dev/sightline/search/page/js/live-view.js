// SPDX-License-Identifier: Apache-2.0
import {html, nothing, repeat} from './lit.js';
import {momentHref} from './address.js';
import {LiveEvents} from './live-events.js';
import {emptyBox} from './loading.js';
import {announce, picture, score} from './parts.js';
import * as times from './times.js';

const MOST = 200;
const QUIET_MS = 5000;
const KINDS = {match: 'Matches', scene: 'Scene changes', status: 'States'};

/** Events as they arrive: the newest first, so many and no more. */
export class LiveView {
  constructor(app) {
    this.app = app;
    this.events = [];
    this.hidden = new Set();
    this.state = 'closed';
    this.paused = false;
    this.announced = 0;
    this.number = 0;
    this.feed = new LiveEvents({
      event: (kind, data) => this.take(kind, data),
      state: (word) => this.become(word),
    }, {unseen: true});
  }

  title() {
    return 'Live';
  }

  show() {
    this.feed.open();
  }

  hide() {
    this.feed.close();
  }

  become(state) {
    if (state !== this.state && !['connecting', 'closed'].includes(state)) announce(`Live events: ${state}`);
    this.state = state;
    this.app.redraw();
  }

  take(kind, data) {
    if (this.paused) return;
    let told;
    try {
      told = JSON.parse(data);
    } catch {
      return; // one that cannot be read must not stop the others
    }
    // A later phase of a match takes the place of the earlier one.
    const events = kind === 'match' ? this.events.filter((one) => one.told.id !== told.id) : this.events;
    this.events = [{kind, told, number: this.number++, at: new Date()}, ...events].slice(0, MOST);
    if (kind === 'match') this.say(told);
    this.app.redraw();
  }

  say(match) {
    if (Date.now() - this.announced < QUIET_MS) return;
    this.announced = Date.now();
    announce(`Match: ${match.text ?? match.query} in ${match.stream}`);
  }

  template() {
    const shown = this.events.filter((event) => !this.hidden.has(event.kind));
    return html`<section class="page">
      <div class="heading"><h1>Live</h1>
        <span class=${`badge link-${this.state}`}
          >${this.state}${this.state === 'reconnecting' ? ' …' : ''}</span>
        <div class="kinds" role="group" aria-label="Show">${Object.entries(KINDS).map(([kind, name]) => html`
          <button type="button" class="quiet" aria-pressed=${!this.hidden.has(kind)}
            @click=${() => this.toggle(kind)}>${name}</button>`)}</div>
        <button type="button" @click=${() => { this.paused = !this.paused; this.app.redraw(); }}>
          ${this.paused ? 'Go on' : 'Pause'}</button>
        <button type="button" ?disabled=${this.events.length === 0}
          @click=${() => { this.events = []; this.app.redraw(); }}>Clear</button>
      </div>
      ${shown.length === 0
        ? emptyBox('Nothing yet', this.paused ? 'Paused: what arrives meanwhile is not kept.'
          : 'Matches, scene changes and states show up here as the streams tell of them.')
        : html`<ol class="events">
          ${repeat(shown, (event) => event.number, (event) => this.event(event))}</ol>`}
    </section>`;
  }

  toggle(kind) {
    if (!this.hidden.delete(kind)) this.hidden.add(kind);
    this.app.redraw();
  }

  event({kind, told, at}) {
    const {words, ms, time} = WORDS[kind](told);
    const where = momentHref({...told, peak: {mediaMs: ms}}, {});
    return html`<li class=${`event ${kind}`}>
      <a href=${where} data-go>${kind === 'status' ? nothing : picture(told.picture)}
        <span class="words"><strong class="cut">${words}</strong>
          <span class="faint cut">${told.stream}${timed(ms)}</span></span>
        <span class="ends">${kind === 'match' ? score(told.score) : nothing}
          <time class="faint" datetime=${at.toISOString()} title=${times.wall(time)}
            >${at.toLocaleTimeString()}</time>
        </span></a>
    </li>`;
  }
}

/** A stream that could not be opened has no time. */
function timed(ms) {
  return ms === undefined || ms === null ? '' : ` at ${times.media(ms)}`;
}

/** What each kind of event says. */
const WORDS = {
  match: (told) => ({
    words: `${told.text ?? told.query}${told.open ? ' (goes on)' : ''}`,
    ms: told.peak.mediaMs,
    time: told.peak,
  }),
  scene: (told) => ({words: `New scene${told.kind ? ` (${told.kind})` : ''}`, ms: told.startMs}),
  status: (told) => ({
    words: told.shedSeconds ? `${told.state}, ${times.trim(told.shedSeconds)} s left out` : told.state,
    ms: told.ms,
  }),
};
