// SPDX-License-Identifier: Apache-2.0
import {html, nothing, repeat} from './lit.js';
import {ask} from './api.js';
import {href, momentHref, query, searchOf} from './address.js';
import {emptyBox, Loading, shown} from './loading.js';
import {announce, icon, pager, picture, score} from './parts.js';
import {withPicture} from './pictures.js';
import {exportMenu} from './exports.js';
import {SearchFilters} from './search-filters.js';
import * as times from './times.js';

const PAGE_SIZE = 24;

/** What was found: moments as pictures, or the honest word that nothing stands out. */
export class SearchView {
  constructor(app) {
    this.app = app;
    this.filters = new SearchFilters(app);
    this.answer = new Loading(app.redraw);
  }

  title() {
    return this.app.state.text || 'Search';
  }

  /** Coming back to what was found asks no second time. */
  show(state, again) {
    this.state = state;
    this.filters.show();
    const key = JSON.stringify([searchOf(state), state.page]);
    if (!again && key === this.key && this.answer.state === 'ready') return;
    this.key = key;
    if (!this.app.form.asks(state)) {
      this.answer.reset();
      return;
    }
    this.answer.start((signal) => this.search(state, signal)).then((found) => {
      if (found) announce(headline(found));
    });
  }

  hide() {
    if (this.answer.state !== 'ready') this.answer.reset();
  }

  async search(state, signal) {
    const {picture: name, ...asked} = searchOf(state);
    const all = query({...asked, page: state.page || 1, pageSize: PAGE_SIZE});
    if (!name) return ask('search', all, {signal});
    return ask('search', null, {method: 'POST', body: withPicture(all, name), signal});
  }

  template() {
    return html`<div class="search-page">
      ${this.filters.template()}
      <section class="found" aria-label="Results" aria-busy=${this.answer.state === 'loading'}>
        ${['loading', 'failed'].includes(this.answer.state)
          ? html`<h1 class="unseen">Search</h1>` : nothing}
        ${this.answer.state === 'idle'
          ? this.welcome()
          : shown(this.answer, (answer) => this.results(answer), bones)}
      </section>
    </div>`;
  }

  welcome() {
    return html`<h1>Find the moment</h1>${emptyBox(
      'Describe what you would see',
      'Write it as a caption: “a black dog in the snow”, “a red car at the gate”. Or choose, drop or'
        + ' paste a picture. What must not be seen goes into the filters.',
      html`<p><a href=${href({view: 'streams'})} data-go>See which streams are watched</a></p>`,
    )}`;
  }

  results(answer) {
    return html`<div class="heading">
        <h1>${headline(answer)}</h1>
        <p class="faint">among ${times.count(answer.searched)} samples
          in ${times.duration(answer.tookMs)} · ${answer.model?.name}
          ${answer.capped ? '· more than the 10,000 nearest are not looked at' : ''}</p>
        ${answer.total > 0 ? exportMenu(searchOf(this.state)) : nothing}
      </div>
      ${answer.standsOut === false || answer.moments.length === 0 ? this.honest(answer) : nothing}
      <ol class="cards">
        ${repeat(answer.moments, (moment) => moment.id, (moment) => this.card(moment))}
      </ol>
      ${pager(answer.page, answer.pages, (page) => this.app.go({...searchOf(this.state), page}))}`;
  }

  /** What the service says of there being nothing, or nothing good. */
  honest(answer) {
    return emptyBox(
      answer.moments.length > 0 ? 'No moment differs from the background' : 'Nothing to show',
      answer.message || 'There are no moments on this page.',
      this.nearest(answer),
    );
  }

  nearest(answer) {
    if (answer.moments.length > 0) {
      return html`<p>The nearest are shown below; expect them to be wrong.</p>`;
    }
    if (this.state.anyway || answer.searched === 0 || answer.total > 0) return '';
    return html`<p><a href=${href({...searchOf(this.state), anyway: 'true'})} data-go>Show the
      nearest anyway</a></p>`;
  }

  card(moment) {
    const where = momentHref(moment, this.state);
    return html`<li class="card">
      <a class="shot" href=${where} data-go>
        ${picture(moment.picture)}
        <span class="stamp">${times.media(moment.peak.mediaMs)}</span>
        ${moment.live ? html`<span class="badge live">Live</span>` : nothing}
        <span class="unseen">in ${moment.stream}</span>
      </a>
      <div class="facts">
        <div class="line"><strong class="cut" title=${moment.stream}>${moment.stream}</strong>
          ${score(moment.score)}</div>
        <div class="line faint">
          <span>${times.clock(moment.start.mediaMs)} to ${times.clock(moment.end.mediaMs)}</span>
          ${moment.similar > 0 ? this.similar(moment) : nothing}</div>
        ${moment.peak.wall ? html`<div class="faint">${times.wall(moment.peak)}</div>` : nothing}
        <button type="button" class="quiet" @click=${() => this.like(moment)}>
          ${icon('like')}More like this</button>
      </div>
    </li>`;
  }

  similar(moment) {
    return html`<a href=${href({...searchOf(this.state), fold: 'false'})} data-go
      title="Show all moments, similar ones too">+${moment.similar} similar</a>`;
  }

  like(moment) {
    this.app.go({...searchOf(this.state), text: '', picture: '', like: moment.id, anyway: ''});
  }
}

function headline({total, standsOut, capped}) {
  if (standsOut === false || total === 0) return 'Nothing stands out';
  const moments = total === 1 ? '1 moment' : `${times.count(total)} moments`;
  return capped ? `At least ${moments}` : moments;
}

function bones() {
  return html`<p class="unseen">Searching …</p><ol class="cards bones" aria-hidden="true">
    ${Array.from({length: 8}, () => html`<li class="card"><span class="picture"></span>
      <div class="facts"><i></i><i></i></div></li>`)}</ol>`;
}
