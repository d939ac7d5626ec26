// SPDX-License-Identifier: Apache-2.0
import {html, live, nothing} from './lit.js';
import {ask} from './api.js';
import {query} from './address.js';
import {chips, icon} from './parts.js';
import {parseMedia} from './times.js';

const WIDE = matchMedia('(min-width: 900px)');

/** What narrows a search: negatives, streams, times, lengths of scenes, best per video. */
export class SearchFilters {
  constructor(app) {
    this.app = app;
    this.names = [];
    this.open = WIDE.matches;
    this.wrong = {};
  }

  show() {
    this.wrong = {};
    if (this.names.length === 0) this.suggest('');
  }

  /** Names of streams to choose from; the field works without them. */
  async suggest(name) {
    try {
      const found = await ask('streams', query({name, page: 1, pageSize: 20}));
      this.names = found.streams.map((stream) => stream.id);
      this.app.redraw();
    } catch {
      this.names = [];
    }
  }

  get draft() {
    return this.app.form.draft;
  }

  change(changes) {
    this.app.form.change(changes);
  }

  used() {
    const {not, stream, from, to, minScene, maxScene, per, fold, model} = this.draft;
    return [...(not ?? []), ...(stream ?? []), from, to, minScene, maxScene, per, fold, model]
      .filter((value) => value).length;
  }

  template() {
    const used = this.used();
    return html`<details class="filters" ?open=${this.open}
      @toggle=${(event) => { this.open = event.target.open; }}>
      <summary>${icon('filter')}Filters${used ? html` <span class="badge">${used}</span>` : nothing}</summary>
      <div class="fields">
        ${chips({label: 'Not', hint: 'what must not be seen', values: this.draft.not ?? [],
          change: (not) => this.change({not})})}
        ${chips({label: 'Streams', hint: 'all', values: this.draft.stream ?? [],
          list: 'stream-names', input: (event) => this.suggest(event.target.value),
          change: (stream) => this.change({stream})})}
        <datalist id="stream-names">
          ${this.names.map((name) => html`<option value=${name}></option>`)}</datalist>
        ${this.time('from', 'From')}
        ${this.time('to', 'To')}
        <div class="pair">
          ${this.length('minScene', 'Scene at least')}
          ${this.length('maxScene', 'Scene at most')}
        </div>
        <fieldset class="field">
          <legend>Best moments</legend>
          ${this.choice('', 'of all')} ${this.choice('video', 'of each video')}
          ${this.similar()}
        </fieldset>
        <label class="field"><span>Model</span>
          <input placeholder="the current one" .value=${live(this.draft.model ?? '')}
          @change=${(event) => this.change({model: event.target.value.trim()})}></label>
        ${used ? html`<button type="button" class="quiet"
          @click=${() => this.clear()}>Clear filters</button>` : nothing}
      </div>
    </details>`;
  }

  choice(value, words) {
    return html`<label class="choice"><input type="radio" name="per" .value=${value}
      .checked=${live((this.draft.per ?? '') === value)} @change=${() => this.change({per: value})}
      >${words}</label>`;
  }

  similar() {
    const changed = (event) => this.change({fold: event.target.checked ? 'false' : ''});
    return html`<label class="choice"><input type="checkbox"
      .checked=${live(this.draft.fold === 'false')} @change=${changed}>similar ones, too</label>`;
  }

  time(name, label) {
    return this.field(name, label, '0:01:30 or 2026-11-24 10:00', toTime, fromTime);
  }

  length(name, label) {
    return this.field(name, label, 'any', (text) => {
      const ms = parseMedia(text);
      return ms === null ? null : `${ms}ms`;
    }, fromTime);
  }

  field(name, label, hint, read, write) {
    const changed = (event) => {
      const text = event.target.value.trim();
      const value = text === '' ? '' : read(text);
      this.wrong[name] = value === null ? `“${text}” is no time: write ${hint}.` : '';
      if (value !== null) this.change({[name]: value});
      else this.app.redraw();
    };
    return html`<label class="field"><span>${label}</span>
      <input placeholder=${hint} .value=${write(this.draft[name] ?? '')} @change=${changed}
        aria-invalid=${this.wrong[name] ? 'true' : 'false'}>
      ${this.wrong[name] ? html`<span class="wrong" role="alert">${this.wrong[name]}</span>` : nothing}
    </label>`;
  }

  clear() {
    this.change({
      not: [], stream: [], from: '', to: '', minScene: '', maxScene: '', per: '', fold: '',
      model: '',
    });
  }
}

/** A media time as "90000ms", a wall time as RFC 3339; null if it is neither. */
function toTime(text) {
  const ms = parseMedia(text);
  if (ms !== null) return `${ms}ms`;
  const instant = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text.replace(' ', 'T')) : new Date(NaN);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

function fromTime(value) {
  const ms = /^(\d+)ms$/.exec(value);
  return ms ? `${trimmed(ms[1] / 1000)}s` : value;
}

function trimmed(seconds) {
  return String(Math.round(seconds * 1000) / 1000);
}
