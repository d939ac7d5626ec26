// SPDX-License-Identifier: Apache-2.0
import {html, live, nothing, repeat} from './lit.js';
import {ask} from './api.js';
import {href, query} from './address.js';
import {emptyBox, Loading, shown} from './loading.js';
import {icon, pager} from './parts.js';
import {Removal} from './removal.js';
import * as times from './times.js';

const PAGE_SIZE = 50;

/** The streams that the index knows. */
export class StreamsView {
  constructor(app) {
    this.app = app;
    this.answer = new Loading(app.redraw);
    this.name = '';
    this.removal = new Removal(app, {
      title: 'Remove from the index?',
      text: (name) => html`All that the index has of ${name} is deleted: samples, scenes and
        matches. The video and the topics stay as they are.`,
      path: 'streams',
      asked: ({id}) => query({stream: id}),
      removed: () => app.reload(),
    });
  }

  title() {
    return 'Streams';
  }

  show(state) {
    this.state = state;
    this.name = state.name;
    const asked = query({page: state.page || 1, pageSize: PAGE_SIZE, name: state.name});
    this.answer.start((signal) => ask('streams', asked, {signal}), {keep: true});
  }

  hide() {
    this.answer.reset();
  }

  template() {
    return html`<section class="page" aria-busy=${this.answer.state === 'loading'}>
      <div class="heading"><h1>Streams</h1>
        <form class="narrow" role="search" @submit=${(event) => this.search(event)}>
          <label class="unseen" for="name">Name of the stream</label>
          <input id="name" type="search" placeholder="Name contains …" .value=${live(this.name)}
            @input=${(event) => { this.name = event.target.value; }}>
          <button type="submit">Find</button>
        </form>
      </div>
      ${shown(this.answer, (answer) => this.list(answer))}
      ${this.removal.template()}
    </section>`;
  }

  search(event) {
    event.preventDefault();
    this.app.go({view: 'streams', name: this.name.trim()});
  }

  list(answer) {
    if (answer.streams.length === 0) {
      return this.state.name
        ? emptyBox('No stream of that name', `None contains “${this.state.name}”.`)
        : emptyBox('No streams yet', 'As soon as the job writes its first events, they show up here.');
    }
    return html`<p class="faint">${times.count(answer.total)} ${answer.total === 1 ? 'stream' : 'streams'}</p>
      <table class="list">
        <thead><tr><th>Stream</th><th>State</th><th class="number">Watched</th>
          <th class="number">Samples</th><th class="number">Changes</th>
          <th class="number">Matches</th><th>Last seen</th><td></td></tr></thead>
        <tbody>${repeat(answer.streams, (stream) => stream.id, (stream) => this.row(stream))}</tbody>
      </table>
      ${pager(answer.page, answer.pages,
        (page) => this.app.go({view: 'streams', name: this.state.name, page}))}`;
  }

  row(stream) {
    return html`<tr>
      <th scope="row"><a href=${href({view: 'stream', stream: stream.id})} data-go>${stream.id}</a>
        <span class="faint cut" title=${stream.uri}>${stream.uri}</span>${epochs(stream)}</th>
      <td data-name="State">${stateBadge(stream)}</td>
      <td class="number" data-name="Watched">${times.clock(stream.durationMs)}</td>
      <td class="number" data-name="Samples">${times.count(stream.samples)}</td>
      <td class="number" data-name="Changes">${times.count(stream.changes)}</td>
      <td class="number" data-name="Matches">${times.count(stream.matches)}</td>
      <td data-name="Last seen">${times.day(stream.last) || html`<span class="faint">unknown</span>`}</td>
      <td>${this.app.login.editor
        ? html`<button type="button" class="quiet icon-only" aria-label=${`Remove ${stream.id} from the index`}
            title="Remove from the index" @click=${() => this.removal.open(stream)}>${icon('bin')}</button>`
        : nothing}</td>
    </tr>`;
  }
}

/** The epochs, where there is more than the latest. */
function epochs({id, epochs: all}) {
  if (all.length < 2) return nothing;
  return html`<span class="faint">Epochs:
    ${all.map((epoch) => html`<a href=${href({view: 'stream', stream: id, epoch})} data-go>${epoch}</a> `)}</span>`;
}

/** Live or not, and what became of it. */
export function stateBadge(stream) {
  return html`${stream.live ? html`<span class="badge live">Live</span> ` : nothing}
    ${stream.state ? html`<span class=${`badge state-${stream.state}`}>${stream.state}</span>` : nothing}`;
}
