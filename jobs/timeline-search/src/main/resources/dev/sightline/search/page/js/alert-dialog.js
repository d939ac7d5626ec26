// SPDX-License-Identifier: Apache-2.0
import {html, live, nothing} from './lit.js';
import {ask} from './api.js';
import {href, query} from './address.js';
import {backTestResult, headline, testing} from './back-test.js';
import {firstSpan, fromBeforeEnd, spanPicker} from './back-test-span.js';
import {Loading, problemBox, shown} from './loading.js';
import {announce, chips, openDialog} from './parts.js';

const BUDGETS = [0.1, 1, 10];
const LONGEST_NAME = 60;

/** Makes a query an alert: what it would have told of is seen before it is armed. */
export class AlertDialog {
  constructor(app) {
    this.app = app;
    this.draft = {id: '', text: '', not: [], streams: [], by: 'budget', budget: 1, threshold: 0.2};
    this.span = 'all';
    this.test = new Loading(app.redraw);
    this.saving = new Loading(app.redraw);
  }

  /** @param asked {text, not, image: a data address or null, like: whether that is a moment's, timeline, budget, cosine} */
  open({text, not, image, like, timeline, budget, cosine}) {
    this.timeline = timeline;
    this.span = firstSpan(timeline.durationMs);
    this.draft = {
      id: idOf(text), text, not, image, like, streams: [timeline.stream], by: 'budget',
      budget: Number(budget.toPrecision(2)), threshold: Number((cosine ?? 0.2).toFixed(3)),
    };
    this.test.reset();
    this.saving.reset();
    this.tested = null;
    this.app.drawNow();
    openDialog(document.getElementById('alert'));
  }

  get definition() {
    const {text, not, image, streams, by, budget, threshold} = this.draft;
    return {
      ...(text.trim() ? {text: text.trim()} : {}),
      ...(image ? {image} : {}),
      ...(not.length > 0 ? {not} : {}),
      ...(streams.length > 0 ? {streams} : {}),
      ...(by === 'budget' ? {alarmBudgetPerDay: Number(budget)} : {threshold: Number(threshold)}),
    };
  }

  /** What a back-test asks. The query itself says which streams; here they would be ids. */
  get asked() {
    const from = fromBeforeEnd(this.span, this.timeline);
    return {query: this.definition, streams: [], from, to: null, budgets: BUDGETS};
  }

  /** Whether what would be armed was tested as it is, well or not. */
  get tried() {
    return ['ready', 'failed'].includes(this.test.state)
      && this.tested === JSON.stringify(this.asked);
  }

  change(changes) {
    Object.assign(this.draft, changes);
    this.app.redraw();
  }

  backTest() {
    const body = this.asked;
    this.tested = JSON.stringify(body);
    return this.test
      .start((signal) => ask('queries/backtest', null, {method: 'POST', body, signal}))
      .then((found) => found && announce(headline(found.asked.matches.length)));
  }

  arm() {
    const id = this.draft.id.trim();
    return this.saving.start((signal) =>
      ask('queries', query({id}), {method: 'PUT', body: this.definition, signal}).then(() => ({id})))
      .then((armed) => armed && announce(`The alert ${id} is armed`));
  }

  submit(event) {
    event.preventDefault();
    if (this.tried) this.arm();
    else this.backTest();
  }

  template() {
    const close = () => document.getElementById('alert').close();
    return html`<dialog id="alert" aria-labelledby="alert-title">
      <form @submit=${(event) => this.submit(event)}>
        <h2 id="alert-title">Make this an alert</h2>
        ${this.saving.state === 'ready' ? this.armed() : this.fields()}
        <div class="buttons">
          <button type="button" @click=${close}>
            ${this.saving.state === 'ready' ? 'Close' : 'Cancel'}</button>
          ${this.saving.state === 'ready' ? nothing : this.next()}
        </div>
      </form>
    </dialog>`;
  }

  next() {
    const busy = this.test.state === 'loading' || this.saving.state === 'loading';
    const arm = this.test.state === 'failed' ? 'Arm without a back-test' : 'Arm the alert';
    return html`<button type="submit" class="main" ?disabled=${busy}>
      ${this.tried ? arm : 'Back-test'}</button>`;
  }

  armed() {
    return html`<div class="box"><strong>The alert “${this.saving.value.id}” is armed.</strong>
      <p>From now on its matches are events.
        <a href=${href({view: 'alerts'})} data-go>See the alerts</a></p></div>`;
  }

  fields() {
    const {draft} = this;
    const typed = (name) => (event) => this.change({[name]: event.target.value});
    return html`<div class="grid">
        <label class="field"><span>Name</span>
          <input name="id" required maxlength="200" pattern="[^\\s\\/]+"
          title="Without spaces and slashes" .value=${live(draft.id)} @input=${typed('id')}></label>
        <label class="field"><span>Looks for</span>
          <input name="text" ?required=${!draft.image} maxlength="1000"
          .value=${live(draft.text)} @input=${typed('text')}></label>
        ${chips({label: 'Not', hint: 'what must not be seen', values: draft.not,
          change: (not) => this.change({not})})}
        ${chips({label: 'Streams', hint: 'all streams', values: draft.streams,
          change: (streams) => this.change({streams})})}
      </div>
      ${draft.image ? html`<p class="faint">It also looks for what is like the
        ${draft.like ? 'picture of the moment' : 'picture'}.</p>` : nothing}
      <fieldset class="field"><legend>Tells when</legend>
        <label class="choice"><input type="radio" name="by" .checked=${live(draft.by === 'budget')}
          @change=${() => this.change({by: 'budget'})}>at most
          <input class="short" name="budget" type="number" min="0.001" step="any"
            aria-label="False alarms a day" .value=${live(String(draft.budget))}
            ?disabled=${draft.by !== 'budget'} ?required=${draft.by === 'budget'}
            @input=${typed('budget')}> false alarms a day are expected on each stream</label>
        <label class="choice">
          <input type="radio" name="by" .checked=${live(draft.by === 'threshold')}
          @change=${() => this.change({by: 'threshold'})}>the cosine reaches
          <input class="short" name="threshold" type="number" min="-1" max="1" step="any"
            aria-label="Cosine" .value=${live(String(draft.threshold))}
            ?disabled=${draft.by !== 'threshold'} ?required=${draft.by === 'threshold'}
            @input=${typed('threshold')}></label>
      </fieldset>
      ${spanPicker(this.span, (span) => {
        this.span = span;
        this.app.redraw();
      })}
      ${shown(this.test, (result) => backTestResult(result, this.tried), testing)}
      ${this.saving.state === 'failed' ? problemBox(this.saving.problem) : nothing}`;
  }
}

/** A name made of the words that are looked for. */
function idOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['alert'];
  return words.join('-').slice(0, LONGEST_NAME);
}
