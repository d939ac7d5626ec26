// SPDX-License-Identifier: Apache-2.0
import {html} from './lit.js';
import {addressOf, respond} from './api.js';
import {query} from './address.js';
import {icon} from './parts.js';
import {withPicture} from './pictures.js';

/** So long a browser may take to begin to save a file. */
const KEPT_MS = 60000;

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

/** A menu of files to take away. */
export function exportMenu(asked) {
  return html`<details class="menu" @keydown=${closeByKey} @focusout=${closeWhenLeft}>
    <summary class="button">${icon('save')}Export</summary>
    <ul>${FORMATS.map(([format, name]) => html`<li>
      ${asked.picture
        ? html`<button type="button" class="quiet" @click=${(event) => save(event, format, asked)}
          >${name}</button>`
        : html`<a href=${addressOf('export', query({format, ...asked}))} download
          @click=${(event) => follow(event, format, asked)}>${name}</a>`}
      </li>`)}
      <li class="wrong" role="alert"></li></ul>
  </details>`;
}

/** A browser that follows the link itself does not say why there is no file. */
function follow(event, format, asked) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  save(event, format, asked);
}

/** Asks for a file and holds it until it is saved; what is found by a picture has no address. */
async function save({target}, format, {picture, ...asked}) {
  const wrong = target.closest('ul').querySelector('.wrong');
  wrong.textContent = '';
  try {
    const all = query({format, ...asked});
    const answer = picture
      ? await respond('export', null, {method: 'POST', body: withPicture(all, picture)})
      : await respond('export', all);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `sightline.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
  } catch (problem) {
    wrong.textContent = problem.message;
  }
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
