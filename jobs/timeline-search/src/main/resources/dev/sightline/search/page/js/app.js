// SPDX-License-Identifier: Apache-2.0
import {html, nothing, render} from './lit.js';
import * as address from './address.js';
import {Login} from './login.js';
import {SearchForm} from './search-form.js';
import {SearchView} from './search-view.js';
import {StreamsView} from './streams-view.js';
import {StreamView} from './stream-view.js';
import {AlertsView} from './alerts-view.js';
import {LiveView} from './live-view.js';

const PLACES = [['', 'Search'], ['streams', 'Streams'], ['alerts', 'Alerts'], ['live', 'Live']];

/** The page: who is logged in, which view is shown, and the frame around it. */
export class App {
  constructor(root) {
    this.root = root;
    this.state = address.read();
    this.login = new Login(this);
    this.form = new SearchForm(this);
    this.views = {
      '': new SearchView(this),
      streams: new StreamsView(this),
      stream: new StreamView(this),
      alerts: new AlertsView(this),
      live: new LiveView(this),
    };
  }

  /** Draws the first view and follows the address from then on. */
  start() {
    window.addEventListener('popstate', () => this.arrive(address.read()));
    window.addEventListener('login-needed', (event) => this.login.open(event.detail));
    document.addEventListener('click', (event) => this.follow(event));
    this.login.ask();
    this.arrive(this.state);
  }

  /** Goes to a state, as a new entry of the history. */
  go(state) {
    const before = this.view;
    history.pushState(null, '', address.href(state));
    this.arrive(address.read());
    // Going back is different: the browser knows where the reader was.
    if (before !== this.view) window.scrollTo(0, 0);
  }

  /** Writes a state into the address without going anywhere. */
  note(changes) {
    this.state = {...this.state, ...changes};
    history.replaceState(null, '', address.href(this.state));
  }

  /** Shows the current view anew, such as after a login. */
  reload() {
    this.arrive(this.state, {again: true});
  }

  /** Draws soon; several calls at once draw once. */
  redraw = () => {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => this.drawNow());
  };

  /** Draws at once. */
  drawNow() {
    this.drawing = false;
    document.title = `${this.view.title()} · Sightline`;
    render(this.frame(), this.root);
  }

  arrive(state, {again = false} = {}) {
    const before = this.view;
    this.state = this.views[state.view] ? state : {...state, view: ''};
    this.view = this.views[this.state.view];
    const other = before && before !== this.view;
    if (other) before.hide();
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    this.form.take(this.state);
    this.view.show(this.state, again);
    this.drawNow();
    if (other) document.getElementById('main').focus({preventScroll: true});
  }

  follow(event) {
    const link = event.target.closest?.('a[data-go]');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(address.read(new URL(link.href).search));
  }

  frame() {
    const shown = this.state.view === 'stream' ? 'streams' : this.state.view;
    return html`<header class="top">
        <div class="bar">
          <a class="brand" href="./" data-go><img src="page/icon.svg" alt="" width="26" height="26"
            ><span>Sightline</span></a>
          ${this.form.template()}
          <nav class="places" aria-label="Views">
            ${PLACES.map(([view, name]) => html`<a href=${address.href({view})} data-go
              aria-current=${shown === view ? 'page' : nothing}>${name}</a>`)}
          </nav>
          ${this.login.template()}
        </div>
        ${this.form.chosen()}
      </header>
      <main id="main" tabindex="-1">${this.view.template()}</main>
      ${this.login.dialog()}`;
  }
}
