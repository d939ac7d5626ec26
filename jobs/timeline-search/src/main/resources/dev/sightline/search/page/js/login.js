// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {ask} from './api.js';
import {announce, openDialog} from './parts.js';

/**
 * Who asks. A token is given once and becomes a cookie that scripts cannot read, since pictures,
 * videos and the stream of events are fetched by the browser, which sends no header of ours.
 */
export class Login {
  constructor(app) {
    this.app = app;
    this.me = null;
    this.wrong = '';
    this.why = '';
  }

  /** Whether the one who asks may change something. */
  get editor() {
    return this.me?.role === 'editor';
  }

  /** Asks the service who this is. */
  async ask() {
    try {
      this.me = await ask('me');
    } catch {
      // A refusal opens the dialog by itself; a silent service is told of by the view.
      this.me = null;
    }
    this.app.redraw();
  }

  /** Asks for the token and says why; once is enough for many answers that were refused. */
  open(why) {
    this.why = why;
    this.app.redraw();
    openDialog(document.getElementById('login'));
  }

  async send(event) {
    event.preventDefault();
    const field = event.target.elements.token;
    this.wrong = '';
    try {
      await ask('login', null, {method: 'POST', body: {token: field.value}});
      field.value = '';
      document.getElementById('login').close();
      announce('Logged in');
      await this.ask();
      this.app.reload();
    } catch (problem) {
      this.wrong = problem.message;
      this.app.redraw();
      field.select();
    }
  }

  async leave() {
    try {
      await ask('logout', null, {method: 'POST'});
    } catch (problem) {
      announce(`Still logged in: ${problem.message}`);
      return;
    }
    this.me = null;
    await this.ask();
    this.app.reload();
  }

  template() {
    if (!this.me || this.me.login === 'off') return nothing;
    return html`<div class="who">
      <span title=${`Role: ${this.me.role}`}>${this.me.name ?? this.me.role}</span>
      ${this.me.login === 'token'
        ? html`<button type="button" class="quiet" @click=${() => this.leave()}>Log out</button>`
        : nothing}
    </div>`;
  }

  dialog() {
    return html`<dialog id="login" class="small" aria-labelledby="login-title">
      <form @submit=${(event) => this.send(event)}>
        <h2 id="login-title">Log in</h2>
        <p>${this.why}</p>
        <p class="faint">Whoever runs this service hands tokens out.</p>
        <label class="field"><span>Token</span>
          <input name="token" type="password" autocomplete="current-password" required
            aria-describedby="login-wrong"></label>
        <p id="login-wrong" class="wrong" role="alert">${this.wrong}</p>
        <div class="buttons">
          <button type="button" @click=${() => document.getElementById('login').close()}>Cancel</button>
          <button type="submit" class="main">Log in</button>
        </div>
      </form>
    </dialog>`;
  }
}
