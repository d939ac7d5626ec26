// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {addressOf, ask} from './api.js';
import {href, query} from './address.js';
import {AlertDialog} from './alert-dialog.js';
import {CurvePanel} from './curve-panel.js';
import {exportMenu} from './exports.js';
import {Loading, shown} from './loading.js';
import {Player} from './player.js';
import {SamplePictures} from './sample-pictures.js';
import {SideLists} from './side-lists.js';
import {StreamWatch} from './stream-watch.js';
import {Timeline} from './timeline.js';
import * as times from './times.js';

const NOTE_MS = 300;

/** One stream: its moment, its timeline, what a query makes of it. */
export class StreamView {
  constructor(app) {
    this.app = app;
    this.answer = new Loading(app.redraw);
    this.player = new Player(app.redraw, {
      time: (ms) => this.at(ms),
      chapters: (chapters) => this.lists.takeChapters(chapters),
    });
    this.timeline = new Timeline(app.redraw, {
      seek: (ms) => this.seek(ms),
      threshold: (score) => this.curve.move(score),
      window: (start, end, zoomed) => this.note(zoomed
        ? {start: Math.round(start), end: Math.round(end)} : {start: '', end: ''}),
    });
    this.lists = new SideLists(app.redraw, (ms) => this.seek(ms));
    this.samples = new SamplePictures(app.redraw);
    this.alert = new AlertDialog(app);
    this.watch = new StreamWatch(() => this.grow());
    this.curve = new CurvePanel(app, this.alert, (changes) => this.note(changes));
  }

  title() {
    return this.app.state.stream[0] ?? 'Stream';
  }

  show(state, again) {
    const [stream] = state.stream;
    const same = !again && this.key === `${stream}#${state.epoch}` && this.answer.state === 'ready';
    this.key = `${stream}#${state.epoch}`;
    clearTimeout(this.noting);
    this.changes = {};
    this.ms = numberOf(state.t) ?? 0;
    this.found = foundAt(this.ms, state.shows);
    if (same) return this.resume(state);
    this.curve.hide();
    this.watch.close();
    const asked = query({stream, epoch: state.epoch});
    this.answer.start(async (signal) => {
      const timeline = await ask('timeline', asked, {signal});
      this.take(timeline, state);
      return timeline;
    });
  }

  take(timeline, state) {
    if (state.t === '') this.ms = timeline.scenes[0]?.startMs ?? 0;
    this.timeline.take(timeline, numberOf(state.start), numberOf(state.end));
    this.lists.take(timeline);
    this.samples.take(timeline);
    this.player.take(timeline, this.ms);
    this.curve.show(state, timeline);
    if (timeline.live) this.watch.watch(timeline);
  }

  /** Shows what has been added to a live stream; what cannot be had now comes with the next news. */
  async grow() {
    const before = this.answer.value;
    const {stream, epoch} = before;
    const timeline = await ask('timeline', query({stream, epoch})).catch(() => null);
    if (timeline === null || this.answer.value !== before) return;
    this.answer.value = timeline;
    this.timeline.grow(timeline);
    this.lists.grow(timeline);
    this.samples.grow();
    this.app.redraw();
  }

  /** Another moment or question about the stream that is shown. */
  resume(state) {
    this.player.seek(this.ms);
    this.timeline.place(numberOf(state.start), numberOf(state.end));
    this.timeline.window.reveal(this.ms);
    this.curve.show(state, this.answer.value);
  }

  hide() {
    clearTimeout(this.noting);
    this.watch.close();
    this.player.close();
    this.samples.close();
    this.curve.hide();
    this.answer.reset();
    this.key = null;
  }

  seek(ms) {
    this.ms = ms;
    this.player.seek(ms);
    this.note({t: Math.round(ms), shows: ''});
    this.app.redraw();
  }

  at(ms) {
    this.ms = ms;
    this.note({t: Math.round(ms), shows: ''});
    this.app.redraw();
  }

  /** The address follows after a moment of rest; browsers refuse to have it written too often. */
  note(changes) {
    this.changes = {...this.changes, ...changes};
    clearTimeout(this.noting);
    this.noting = setTimeout(() => {
      this.app.note(this.changes);
      this.changes = {};
    }, NOTE_MS);
  }

  template() {
    return html`<section class="page stream-page" aria-busy=${this.answer.state === 'loading'}>
      ${this.answer.state === 'ready' ? nothing : html`<h1>${this.title()}</h1>`}
      ${shown(this.answer, (timeline) => this.all(timeline), bones)}
    </section>${this.alert.template()}`;
  }

  all(timeline) {
    const back = href({view: 'streams'});
    return html`<div class="heading">
        <div><a class="faint" href=${back} data-go>Streams</a> <span class="faint">/</span>
          <h1>${timeline.stream}</h1></div>
        ${timeline.live ? html`<span class="badge live">Live</span>` : nothing}
        <p class="faint">${facts(timeline)}</p>
        ${exportMenu({stream: timeline.stream, epoch: timeline.epoch, ...this.asked()})}
      </div>
      <div class="split">
        <div>${this.player.template(() => this.nearest(timeline))}
          <p class="moment"><strong>${times.media(this.ms)}</strong>
            <span class="faint">${times.wall(this.wallAt(timeline))}</span></p></div>
        ${this.lists.template(this.ms)}
      </div>
      <div class="panel">
        ${this.curve.question()}
        ${this.timeline.template({playheadMs: this.ms, ...this.curve.drawn()})}
        ${this.curve.reading()}
      </div>`;
  }

  /** What the curve is of. */
  asked() {
    const {text, not, like, picture, model} = this.app.state;
    return {text, not, like, picture, model};
  }

  /** The moment's wall time, reckoned from that of media time 0; its error is not known here. */
  wallAt(timeline) {
    if (!timeline.firstWall) return null;
    return {wall: new Date(new Date(timeline.firstWall).getTime() + this.ms).toISOString()};
  }

  /** The picture that is nearest to the moment; asks for those of samples around it. */
  nearest(timeline) {
    this.samples.see(this.ms);
    const pictures = [
      ...this.found,
      ...this.samples.list,
      ...timeline.scenes.map((scene) => ({ms: scene.startMs, picture: scene.picture})),
      ...timeline.matches.map((match) => ({ms: match.peak.mediaMs, picture: match.picture})),
    ].filter((one) => one.picture);
    const away = (one) => Math.abs(one.ms - this.ms);
    return pictures.sort((one, other) => away(one) - away(other))[0] ?? null;
  }
}

/** The picture of the moment that was found, as a list of one or none. */
function foundAt(ms, id) {
  return id === '' ? [] : [{ms, picture: addressOf('picture', query({id}))}];
}

function facts({durationMs, epoch, firstWall}) {
  return [
    `${times.clock(durationMs)} watched`,
    ...(epoch > 0 ? [`epoch ${epoch}`] : []),
    ...(firstWall ? [`from ${times.day(firstWall)}`] : []),
  ].join(' · ');
}

function bones() {
  return html`<p class="unseen">Loading the timeline …</p>
    <div class="split bones" aria-hidden="true"><div class="stage"><span class="picture"></span></div>
    <div class="side"><i></i><i></i><i></i></div></div>`;
}

/** A number in the address, or null. */
function numberOf(text) {
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
}
