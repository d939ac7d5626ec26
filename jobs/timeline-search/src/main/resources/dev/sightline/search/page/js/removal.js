// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {ask} from './api.js';
import {problemBox} from './loading.js';
import {announce, openDialog} from './parts.js';

/** Asks whether something is to be removed, and says what came of it. */
export class Removal {
  /** @param words {title, text(name), path, asked(one), removed()} */
  constructor(app, words) {
    this.app = app;
    this.words = words;
    this.doomed = null;
    this.problem = null;
  }

  /** Opens the question about something that has an id. */
  open(one) {
    this.doomed = one;
    this.problem = null;
    this.app.drawNow();
    openDialog(document.getElementById('removal'));
  }

  template() {
    const {title, text} = this.words;
    const close = () => document.getElementById('removal').close();
    return html`<dialog id="removal" class="small" aria-labelledby="removal-title">
      <h2 id="removal-title">${title}</h2>
      <p>${text(html`<strong>${this.doomed?.id}</strong>`)}</p>
      ${this.problem ? problemBox(this.problem) : nothing}
      <div class="buttons">
        <button type="button" @click=${close}>Keep it</button>
        <button type="button" class="danger" @click=${() => this.remove(close)}>Remove</button>
      </div>
    </dialog>`;
  }

  async remove(close) {
    const {path, asked, removed} = this.words;
    try {
      await ask(path, asked(this.doomed), {method: 'DELETE'});
      close();
      announce(`${this.doomed.id} removed`);
      removed();
    } catch (problem) {
      this.problem = problem;
      this.app.redraw();
    }
  }
}
