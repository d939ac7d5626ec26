// SPDX-License-Identifier: Apache-2.0
import {html, nothing} from './lit.js';
import {addressOf} from './api.js';
import {query} from './address.js';
import {icon} from './parts.js';

const FORMATS = [
  ['csv', 'CSV table'],
  ['json', 'JSON'],
  ['html', 'HTML report'],
  ['chapters.vtt', 'WebVTT chapters (scenes)'],
  ['cues.vtt', 'WebVTT cues (matches)'],
  ['sprites.vtt', 'WebVTT thumbnails'],
  ['edl', 'EDL, CMX 3600'],
  ['otio', 'OpenTimelineIO'],
];

/** A menu of files to take away; a picture cannot be asked for by an address and is left out. */
export function exportMenu(asked) {
  if (asked.picture) return nothing;
  return html`<details class="menu" @keydown=${closeByKey} @focusout=${closeWhenLeft}>
    <summary class="button">${icon('save')}Export</summary>
    <ul>${FORMATS.map(([format, name]) => html`<li>
      <a href=${addressOf('export', query({format, ...asked}))} download>${name}</a></li>`)}</ul>
  </details>`;
}

function closeByKey(event) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary').focus();
}

function closeWhenLeft(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) {
    event.currentTarget.open = false;
  }
}
