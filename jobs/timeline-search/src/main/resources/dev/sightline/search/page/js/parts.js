// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {own} from './address.js';

/** Small pieces of which the views are made. */

const ICONS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L20 20',
  picture: 'M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M15.5 8.8h.01',
  cross: 'M6 6l12 12M18 6L6 18',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15ZM10 20.5h4',
  like: 'M4 7h10v10H4ZM10 4h10v10',
  filter: 'M4 6h16M7 12h10M10 18h4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 12h16M7 8l-4 4 4 4M17 8l4 4-4 4',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  bin: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  film: 'M4 5h16v14H4ZM8 5v14M16 5v14M4 12h16',
};

/** A drawn sign; it says nothing to a screen reader, so it needs words beside it. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${ICONS[name]} /></svg>`;
}

/** A 16:9 picture, or a drawn stand-in where there is none or it cannot be loaded. */
export function picture(address, alternative = '') {
  const source = own(address);
  return html`<span class="picture">
    ${icon('film')}
    ${source
      ? html`<img src=${source} alt=${alternative} loading="lazy" decoding="async"
          @error=${(event) => event.target.classList.add('broken')}
          @load=${(event) => event.target.classList.remove('broken')}>`
      : nothing}
  </span>`;
}

/** A score from 0 to 1, as a number and as a bar. */
export function score(value) {
  return html`<span class="score" title="Calibrated score, 0 to 1"
    ><span class="unseen">Score </span>${value.toFixed(2)}<i .style=${`--part:${value}`}></i></span>`;
}

/** Previous and next page. */
export function pager(page, pages, go) {
  if (pages <= 1) return nothing;
  return html`<nav class="pager" aria-label="Pages">
    <button type="button" ?disabled=${page <= 1} @click=${() => go(page - 1)}>Previous</button>
    <span>Page ${page} of ${pages}</span>
    <button type="button" ?disabled=${page >= pages} @click=${() => go(page + 1)}>Next</button>
  </nav>`;
}

/** A field that takes several words: each becomes a chip that can be taken away. */
export function chips({label, hint, values, change, list = nothing, input = nothing}) {
  const add = (field) => {
    const word = field.value.trim();
    if (word === '' || values.includes(word)) return;
    field.value = '';
    change([...values, word]);
  };
  const typed = (event) => {
    if (event.key !== 'Enter' || event.target.value.trim() === '') return;
    event.preventDefault();
    add(event.target);
  };
  return html`<div class="field">
    <label><span>${label}</span>
      <input placeholder=${hint} list=${list} maxlength="1000" @input=${input} @keydown=${typed}
        @change=${(event) => add(event.target)}>
    </label>
    ${values.length === 0 ? nothing : html`<ul class="chips" aria-label=${label}>
      ${values.map((value) => html`<li class="chip"><span>${value}</span>
        <button type="button" aria-label=${`Remove ${value}`}
          @click=${() => change(values.filter((other) => other !== value))}>${icon('cross')}</button>
      </li>`)}
    </ul>`}
  </div>`;
}

/** Says something to who cannot see that it changed. */
export function announce(text) {
  const place = document.getElementById('polite');
  place.textContent = '';
  requestAnimationFrame(() => (place.textContent = text));
}

/** Opens a dialog element unless it is open. */
export function openDialog(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}
