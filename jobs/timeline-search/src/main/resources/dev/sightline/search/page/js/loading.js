// SPDX-License-Identifier: Apache-2.0
import {html} from './lit.js';

/** Something that is being asked for: idle, loading, ready or failed; the last question wins. */
export class Loading {
  constructor(redraw) {
    this.redraw = redraw;
    this.reset();
  }

  /** Forgets all and gives up what is under way. */
  reset() {
    this.abort?.abort();
    this.state = 'idle';
    this.value = null;
    this.problem = null;
  }

  /**
   * Asks; `work` gets an AbortSignal. Resolves to the value, or to null if it failed.
   *
   * @param keep whether the earlier value is shown until the new one is there
   */
  async start(work, {keep = false} = {}) {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.again = () => this.start(work);
    this.state = 'loading';
    this.problem = null;
    if (!keep) this.value = null;
    this.redraw();
    try {
      const value = await work(abort.signal);
      if (abort.signal.aborted) return null;
      this.value = value;
      this.state = 'ready';
    } catch (problem) {
      if (abort.signal.aborted) return null;
      this.problem = problem;
      this.state = 'failed';
    }
    this.redraw();
    return this.value;
  }
}

/** What a {@link Loading} looks like: bones while it loads, the problem with a way out, or itself. */
export function shown(loading, whenReady, bones = spinner) {
  if (loading.state === 'failed') return problemBox(loading.problem, loading.again);
  if (loading.value !== null) return whenReady(loading.value);
  return loading.state === 'loading' ? bones() : '';
}

/** A problem in words, with the way to try again. */
export function problemBox(problem, again) {
  return html`<div class="box problem" role="alert">
    <strong>${problem.title ?? 'Something in this page went wrong'}</strong>
    <p>${problem.message}</p>
    ${again ? html`<button type="button" @click=${again}>Try again</button>` : ''}
  </div>`;
}

/** That there is nothing, and what to do about it. */
export function emptyBox(title, text, action = '') {
  return html`<div class="box empty"><strong>${title}</strong><p>${text}</p>${action}</div>`;
}

/** A line that says that something is under way. */
export function spinner(text = 'Loading …') {
  return html`<p class="spinner"><span class="dot" aria-hidden="true"></span>${text}</p>`;
}
