// SPDX-License-Identifier: Apache-2.0
import {html, live, nothing, ref} from './lit.js';
import {addressOf} from './api.js';
import {query, searchOf} from './address.js';
import {drawInto, hold, pictureOf} from './pictures.js';
import {announce, icon, picture} from './parts.js';

/** The box in the header: words, and a picture that was chosen, dropped or pasted. */
export class SearchForm {
  constructor(app) {
    this.app = app;
    this.draft = {};
    this.wrong = '';
    document.addEventListener('paste', (event) => this.pasted(event));
    document.addEventListener('dragover', (event) => this.dragged(event));
    document.addEventListener('drop', (event) => this.dropped(event));
    document.addEventListener('keydown', (event) => this.shortcut(event));
  }

  /** Takes over what the address asks for. */
  take(state) {
    // What was wanted anyway is of one question; the next one may have an answer.
    this.draft = {...searchOf(state), anyway: ''};
    this.wrong = '';
  }

  /** Changes what would be asked, and asks at once if there is something to ask for. */
  change(changes) {
    Object.assign(this.draft, changes);
    if (this.app.state.view === '' && this.asks(this.app.state)) this.search();
    else this.app.redraw();
  }

  asks(state) {
    return state.text.trim() !== '' || state.like !== '' || state.picture !== '';
  }

  search() {
    if (!this.asks(this.draft)) {
      this.wrong = 'Type what to look for, or give a picture.';
      document.getElementById('text').focus();
      this.app.redraw();
      return;
    }
    this.app.go({...this.draft, text: this.draft.text.trim()});
  }

  takePicture(file) {
    if (!file) return;
    try {
      this.draft.picture = hold(file);
      announce('Picture taken');
      this.search();
    } catch (problem) {
      this.wrong = problem.message;
      this.app.redraw();
    }
  }

  pasted(event) {
    const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    this.takePicture(file);
  }

  dragged(event) {
    if ([...event.dataTransfer.types].includes('Files')) event.preventDefault();
  }

  dropped(event) {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    this.takePicture(event.dataTransfer.files[0]);
  }

  shortcut(event) {
    const typing = event.target.closest?.('input, textarea, select, dialog');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    document.getElementById('text').select();
  }

  template() {
    return html`<form id="search-form" class="search" role="search"
      @submit=${(event) => { event.preventDefault(); this.search(); }}>
      <label class="unseen" for="text">What to look for</label>
      <input id="text" type="search" maxlength="1000" autocomplete="off" enterkeyhint="search"
        placeholder="What are you looking for?" aria-describedby="search-wrong"
        .value=${live(this.draft.text ?? '')}
        @input=${(event) => { this.draft.text = event.target.value; }}>
      <label class="button icon-only" title="Search with a picture (choose, drop or paste one)">
        ${icon('picture')}<span class="unseen">Search with a picture</span>
        <input class="unseen" type="file" accept="image/jpeg,image/png"
          @change=${(event) => { this.takePicture(event.target.files[0]); event.target.value = ''; }}>
      </label>
      <button type="submit" class="main">${icon('search')}<span class="wide">Search</span></button>
    </form>`;
  }

  /** What the search rests on besides words, to be taken away again. */
  chosen() {
    const wrong = html`<p id="search-wrong" class="wrong" role="alert">${this.wrong}</p>`;
    const {picture: name, like} = this.draft;
    if (!name && !like) return wrong;
    return html`<ul class="chips chosen" aria-label="Searching with">
      ${name ? this.chip(this.preview(name), pictureOf(name)?.name || 'A picture', 'picture') : nothing}
      ${like ? this.chip(picture(this.likePicture(like)), 'Like this moment', 'like') : nothing}
    </ul>${wrong}`;
  }

  chip(shown, words, field) {
    return html`<li class="chip">${shown}<span>${words}</span>
      <button type="button" aria-label=${`Remove ${words}`} @click=${() => this.drop(field)}>
        ${icon('cross')}</button></li>`;
  }

  preview(name) {
    const file = pictureOf(name);
    return file
      ? html`<canvas class="picture" aria-hidden="true"
          ${ref((canvas) => drawInto(canvas, file))}></canvas>`
      : nothing;
  }

  likePicture(id) {
    return addressOf('picture', query({id}));
  }

  drop(field) {
    this.draft[field] = '';
    if (this.asks(this.draft) && this.app.state.view === '') this.search();
    else if (this.app.state.view === '') this.app.go({});
    else this.app.redraw();
  }
}
