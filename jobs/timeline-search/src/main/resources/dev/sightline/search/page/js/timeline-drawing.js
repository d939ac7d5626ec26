// SPDX-License-Identifier: Apache-2.0
import {nothing, svg} from './lit.js';
import {own} from './address.js';
import {clock, media} from './times.js';

/** Where the bands of the timeline lie, in pixels from the top. */
export const BANDS = {
  axis: 20, scenes: 24, scenesHeight: 46, matches: 76, matchesHeight: 14, curve: 100, curveHeight: 110,
  height: 216,
};
const PICTURE_WIDTH = 62;

/** Height of a score in the curve's band. */
export function yOf(score) {
  return BANDS.curve + (1 - score) * BANDS.curveHeight;
}

/** The axis with round moments. */
export function axis(view) {
  const {step, ticks} = view.ticks();
  return svg`<g class="axis">${ticks.map((ms) => {
    const x = view.x(ms);
    return svg`<line x1=${x} x2=${x} y1="14" y2=${BANDS.height}></line>
      <text x=${x + 4} y="13">${step < 1000 ? media(ms) : clock(ms)}</text>`;
  })}</g>`;
}

/** Scenes side by side, with their pictures where there is room. */
export function scenes(view, list) {
  return svg`<g class="scenes">${merged(view, list).map(({item, index, x, width}) => {
    const source = width >= PICTURE_WIDTH ? own(item.picture) : null;
    return svg`<g class=${`scene ${item.kind ?? ''} ${index % 2 ? 'odd' : ''}`}>
      <rect x=${x} y=${BANDS.scenes} width=${width} height=${BANDS.scenesHeight}></rect>
      ${source ? svg`<image href=${source} x=${x + 2} y=${BANDS.scenes + 2} width=${PICTURE_WIDTH + 14}
        height=${BANDS.scenesHeight - 4} preserveAspectRatio="xMinYMid slice"></image>` : nothing}
      <line x1=${x} x2=${x} y1=${BANDS.scenes} y2=${BANDS.scenes + BANDS.scenesHeight}></line>
    </g>`;
  })}</g>`;
}

/** Only what is at least a pixel away from the one before, so that a long day stays quick. */
function merged(view, list) {
  const drawn = [];
  let lastX = -Infinity;
  list.forEach((item, index) => {
    if (!view.shows(item.startMs, item.endMs)) return;
    const x = Math.max(-2, view.x(item.startMs));
    const end = Math.min(view.width + 2, view.x(item.endMs));
    if (x - lastX < 1 && end - x < 1) return;
    lastX = x;
    drawn.push({item, index, x, width: Math.max(1, end - x)});
  });
  return drawn;
}

/** Matches of standing queries. */
export function matches(view, list) {
  return svg`<g class="matches">${list.map((match) => {
    const [startMs, endMs] = [match.start.mediaMs, match.end?.mediaMs ?? match.peak.mediaMs];
    if (!view.shows(startMs, endMs)) return nothing;
    const x = view.x(startMs);
    return svg`<rect class=${match.open ? 'open' : ''} x=${x} y=${BANDS.matches} rx="3"
      width=${Math.max(4, view.x(endMs) - x)} height=${BANDS.matchesHeight}>
      <title>${match.text ?? match.query}</title></rect>`;
  })}</g>`;
}

/** What is missing, over the whole height. */
export function gaps(view, list) {
  return svg`<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"><rect class="hatch" width="3" height="7"></rect></pattern></defs>
    <g class="gaps">${list.map((gap) => {
    const toMs = gap.toMs ?? gap.fromMs + (gap.missingMs ?? 0);
    if (!view.shows(gap.fromMs, toMs)) return nothing;
    const x = view.x(gap.fromMs);
    return svg`<rect x=${x} y=${BANDS.axis} width=${Math.max(3, view.x(toMs) - x)}
      height=${BANDS.height - BANDS.axis} fill="url(#hatch)"><title>Missing: ${gap.reason}</title></rect>`;
  })}</g>`;
}

/** The score curve: what reaches the threshold stands out. */
export function curve(view, points, intervalMs, threshold) {
  if (points.length === 0) return nothing;
  const outline = path(columns(view, points), (intervalMs / view.lengthMs) * view.width);
  const y = yOf(threshold);
  return svg`<defs><clipPath id="above"><rect x="0" y=${BANDS.curve} width=${view.width}
      height=${y - BANDS.curve}></rect></clipPath></defs>
    <g class="curve"><path d=${outline}></path>
      <path class="above" d=${outline} clip-path="url(#above)"></path></g>`;
}

/** The highest score of each pixel, so that no peak is lost. */
function columns(view, points) {
  const found = [];
  for (const [ms, score] of points) {
    if (!view.shows(ms - view.lengthMs / 20, ms + view.lengthMs / 20)) continue;
    const x = view.x(ms);
    const last = found[found.length - 1];
    if (last && Math.floor(last.x) === Math.floor(x)) last.score = Math.max(last.score, score);
    else found.push({x, score});
  }
  return found;
}

/** An area down to the ground, with holes where samples are missing. */
function path(found, interval) {
  const ground = yOf(0);
  const width = Math.max(1, interval);
  let drawn = '';
  found.forEach(({x, score}, index) => {
    const y = yOf(score).toFixed(1);
    const previous = found[index - 1];
    const begins = !previous || x - previous.x > width * 2.5;
    if (begins && previous) drawn += `L${previous.x.toFixed(1)} ${ground}Z`;
    drawn += begins ? `M${x.toFixed(1)} ${ground}L${x.toFixed(1)} ${y}` : `L${x.toFixed(1)} ${y}`;
  });
  const last = found[found.length - 1];
  return last ? `${drawn}L${last.x.toFixed(1)} ${ground}Z` : '';
}

/** Where the alerts would have been, and the moment that is shown. */
export function marks(view, told, playheadMs) {
  const x = view.x(playheadMs);
  return svg`<g class="told">${told.filter((one) => view.shows(one.startMs, one.endMs)).map((one) => svg`
      <rect x=${view.x(one.startMs)} y=${BANDS.height - 5} height="5"
        width=${Math.max(2, view.x(one.endMs) - view.x(one.startMs))}></rect>`)}</g>
    ${x < -1 || x > view.width + 1 ? nothing : svg`<g class="playhead">
      <line x1=${x} x2=${x} y1="4" y2=${BANDS.height}></line>
      <path d=${`M${x - 6} 2h12v6l-6 6-6-6Z`}></path></g>`}`;
}
