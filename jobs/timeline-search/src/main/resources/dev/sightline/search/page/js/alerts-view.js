// SPDX-License-Identifier: Apache-2.0
import {html, nothing, repeat} from './lit.js';
import {ask} from './api.js';
import {href, query} from './address.js';
import {backTestResult, testing} from './back-test.js';
import {fromBeforeNow, spanPicker} from './back-test-span.js';
import {emptyBox, Loading, shown} from './loading.js';
import {icon} from './parts.js';
import {Removal} from './removal.js';
import * as times from './times.js';

/** The standing queries: their state, what they would have found, and their removal. */
export class AlertsView {
  constructor(app) {
    this.app = app;
    this.answer = new Loading(app.redraw);
    this.tests = new Map();
    this.span = 'day';
    this.removal = new Removal(app, {
      title: 'Remove the alert?',
      text: (name) => html`${name} tells of nothing any more. What it has told of stays.`,
      path: 'queries',
      asked: ({id}) => query({id}),
      removed: () => this.show(),
    });
  }

  title() {
    return 'Alerts';
  }

  show() {
    this.tests.clear();
    this.answer.start((signal) => ask('queries', null, {signal}), {keep: true});
  }

  hide() {
    for (const test of this.tests.values()) test.reset();
    this.answer.reset();
  }

  template() {
    return html`<section class="page" aria-busy=${this.answer.state === 'loading'}>
      <div class="heading"><h1>Alerts</h1></div>
      ${shown(this.answer, (answer) => this.list(answer.queries))}
      ${this.removal.template()}
    </section>`;
  }

  list(queries) {
    if (queries.length === 0) {
      return emptyBox('No alerts yet',
        'Search for something, open one of the moments, move the threshold and make it an alert.',
        html`<p><a href=${href({})} data-go>Search</a></p>`);
    }
    return html`${spanPicker(this.span, (span) => {
        this.span = span;
        this.app.redraw();
      })}
      <ul class="alerts">${repeat(queries, (one) => one.id, (one) => this.alert(one))}</ul>`;
  }

  alert(one) {
    const test = this.tests.get(one.id);
    const definition = one.definition ?? {};
    return html`<li class="alert box">
      <div class="line"><h2>${one.id}</h2>
        <span class=${`badge state-${one.state}`}>${one.state ?? 'not answered yet'}</span></div>
      ${soughtFor(one, definition)}
      ${one.reason ? html`<p class="wrong">${one.reason}</p>` : nothing}
      <p class="faint">${[...terms(one), ...answered(one)].join(' · ')}</p>
      ${this.buttons(one, definition, test)}
      ${test ? shown(test, (result) => backTestResult(result), testing) : nothing}
    </li>`;
  }

  buttons(one, definition, test) {
    const removable = this.app.login.editor && !one.ofSettings;
    if (!one.definition && !removable) return nothing;
    return html`<div class="buttons left">
        ${one.definition ? html`<button type="button" ?disabled=${test?.state === 'loading'}
          @click=${() => this.backTest(one)}>Back-test</button>` : nothing}
        ${definition.text ? html`<a class="button" data-go
          href=${href({text: definition.text, not: definition.not})}>
          ${icon('search')}Search for it</a>` : nothing}
        ${removable ? html`<button type="button" class="quiet" aria-label=${`Remove ${one.id}`}
          @click=${() => this.removal.open(one)}>${icon('bin')}Remove</button>` : nothing}
      </div>`;
  }

  backTest(one) {
    const test = new Loading(this.app.redraw);
    this.tests.set(one.id, test);
    test.start(async (signal) => {
      const {definition} = one.pictureLeftOut
        ? await ask('queries', query({id: one.id}), {signal}) : one;
      // The query itself says which streams; here they would be ids, and not patterns.
      const body = {query: definition, streams: [], from: fromBeforeNow(this.span), to: null, budgets: []};
      return ask('queries/backtest', null, {method: 'POST', body, signal});
    });
  }
}

/** What it looks for, unless its name says that already. */
function soughtFor({id, text}, {text: words, labels, not}) {
  const sought = words ?? labels?.join(' · ') ?? text ?? 'A picture';
  const negatives = not ?? [];
  if (sought === id && negatives.length === 0) return nothing;
  return html`<p>${sought}
    ${negatives.map((word) => html`<span class="chip"><span>not ${word}</span></span>`)}</p>`;
}

/** What the job made of it, as a list of one or none. */
function answered({threshold, falseAlarmsPerDay}) {
  if (threshold === null || threshold === undefined) return [];
  const expected = falseAlarmsPerDay === null || falseAlarmsPerDay === undefined
    ? '' : `, ${times.rough(falseAlarmsPerDay)} false alarms a day expected`;
  return [`tells from cosine ${threshold.toFixed(3)}${expected}`];
}

/** On what terms it tells, and of which streams; nothing of one that cannot be read. */
function terms({ofSettings, definition}) {
  if (ofSettings) return ['of the job\'s settings'];
  return !definition ? [] : [when(definition), definition.streams?.length ? definition.streams.join(', ') : 'all streams'];
}

function when(definition) {
  if (definition.labels) return 'whichever fits best';
  if (definition.threshold !== undefined && definition.threshold !== null) {
    return `cosine of at least ${definition.threshold}`;
  }
  return `at most ${times.trim(definition.alarmBudgetPerDay ?? 1)} false alarms a day`
    + (definition.budgetScope === 'query' ? ' over all streams' : ' on each stream');
}
