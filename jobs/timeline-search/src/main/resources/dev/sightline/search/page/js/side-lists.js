// SPDX-License-Identifier: Apache-2.0
import {html, nothing, repeat} from './lit.js';
import {emptyBox} from './loading.js';
import {picture, score} from './parts.js';
import * as times from './times.js';

const SHOWN = 200;

/** What is on the timeline as lists, for fingers and for ears. */
export class SideLists {
  constructor(redraw, seek) {
    this.redraw = redraw;
    this.seek = seek;
  }

  take(timeline) {
    this.timeline = timeline;
    this.read = [];
    this.chosen = timeline.matches.length > 0 ? 'matches' : 'scenes';
    this.room = SHOWN;
  }

  /** Takes the same stream, of which more is known by now. */
  grow(timeline) {
    this.timeline = timeline;
  }

  /** Chapters as the browser read them from the video's track. */
  takeChapters(chapters) {
    this.read = chapters;
    this.redraw();
  }

  get tabs() {
    const {matches, scenes, gaps} = this.timeline;
    return [
      ['matches', `Matches ${matches.length}`],
      ['scenes', `Scenes ${scenes.length}`],
      ['gaps', `Gaps ${gaps.length}`],
      ...(this.read.length > 0 ? [['chapters', `Chapters ${this.read.length}`]] : []),
    ];
  }

  template(ms) {
    const choose = (tab) => {
      this.chosen = tab;
      this.room = SHOWN;
      this.redraw();
    };
    return html`<div class="side">
      <div class="tabs" role="tablist" aria-label="On the timeline"
        @keydown=${(event) => this.key(event, choose)}>
        ${this.tabs.map(([tab, name]) => html`<button type="button" role="tab" id=${`tab-${tab}`}
          aria-controls="tab-panel" aria-selected=${tab === this.chosen}
          tabindex=${tab === this.chosen ? 0 : -1}
          @click=${() => choose(tab)}>${name}</button>`)}
      </div>
      <div class="panel-list" id="tab-panel" role="tabpanel" aria-labelledby=${`tab-${this.chosen}`}>
        ${this[this.chosen](ms)}
      </div>
    </div>`;
  }

  key(event, choose) {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    const names = this.tabs.map(([tab]) => tab);
    const next = names[(names.indexOf(this.chosen) + step + names.length) % names.length];
    choose(next);
    document.getElementById(`tab-${next}`).focus();
    event.preventDefault();
  }

  matches(ms) {
    const {matches} = this.timeline;
    if (matches.length === 0) return emptyBox('No matches', 'No standing query matched in this stream.');
    return this.list(matches, (match) => match.id, (match) => this.item({
      ms: match.peak.mediaMs,
      current: ms >= match.start.mediaMs && ms <= (match.end?.mediaMs ?? match.peak.mediaMs),
      picture: match.picture,
      words: match.label ? `${match.text}: ${match.label}` : match.text || match.query,
      more: html`${times.clock(match.start.mediaMs)} to ${match.open ? 'now' : times.clock(match.end.mediaMs)}`,
      end: score(match.score),
    }));
  }

  scenes(ms) {
    const {scenes} = this.timeline;
    if (scenes.length === 0) return emptyBox('No scenes', 'Nothing of this stream is in the index.');
    return this.list(scenes, (scene) => scene.id, (scene) => this.item({
      ms: scene.startMs,
      current: ms >= scene.startMs && ms < scene.endMs,
      picture: scene.picture,
      words: times.media(scene.startMs),
      more: [
        times.duration(scene.endMs - scene.startMs),
        scene.kind ?? 'first scene',
        ...(scene.uncertaintyMs > 0 ? [`± ${times.duration(scene.uncertaintyMs)}`] : []),
      ].join(', '),
    }));
  }

  gaps() {
    const {gaps} = this.timeline;
    if (gaps.length === 0) return emptyBox('No gaps', 'Every moment of this stream was watched.');
    return this.list(gaps, (gap) => gap.fromMs, (gap) => this.item({
      ms: gap.fromMs,
      words: gap.reason,
      more: html`${times.duration(gap.missingMs)} missing after ${times.media(gap.fromMs)}`,
    }));
  }

  chapters(ms) {
    return this.list(this.read, (chapter) => chapter.startMs, (chapter) => this.item({
      ms: chapter.startMs,
      current: ms >= chapter.startMs && ms < chapter.endMs,
      words: chapter.text,
      more: html`${times.clock(chapter.startMs)} to ${times.clock(chapter.endMs)}`,
    }));
  }

  list(items, key, draw) {
    return html`<ol>${repeat(items.slice(0, this.room), key, draw)}</ol>
      ${items.length > this.room ? html`<button type="button" class="more"
        @click=${() => { this.room += SHOWN; this.redraw(); }}
        >Show more of ${times.count(items.length)}</button>` : nothing}`;
  }

  item({ms, current = false, picture: address, words, more, end = nothing}) {
    return html`<li><button type="button" class="entry" aria-current=${current ? 'true' : nothing}
      @click=${() => this.seek(ms)}>
      ${address === undefined ? nothing : picture(address)}
      <span class="words"><strong class="cut">${words}</strong><span class="faint cut">${more}</span></span>
      ${end}</button></li>`;
  }
}
