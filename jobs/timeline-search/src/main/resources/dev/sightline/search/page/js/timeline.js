// SPDX-License-Identifier: Apache-2.0
import {html, nothing, ref} from './lit.js';
import {TimeWindow} from './time-window.js';
import {axis, BANDS, curve, gaps, marks, matches, scenes, yOf} from './timeline-drawing.js';
import {Pointers} from './pointers.js';
import {icon} from './parts.js';
import {clock, media} from './times.js';

/** How far keys move the threshold; its ends are 0 and 1, so a whole step reaches them. */
const STEPS = {
  ArrowUp: 0.01, ArrowRight: 0.01, PageUp: 0.1, End: 1,
  ArrowDown: -0.01, ArrowLeft: -0.01, PageDown: -0.1, Home: -1,
};

/** The zoomable timeline of a stream, worked by pointer, wheel, pinch and keyboard. */
export class Timeline {
  /**
   * @param redraw asks for a new drawing
   * @param on {seek(ms), threshold(score), window(startMs, endMs)}
   */
  constructor(redraw, on) {
    this.redraw = redraw;
    this.on = on;
    this.window = new TimeWindow(0, 0);
    this.pointers = new Pointers(this);
    this.observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry.contentRect.width);
      if (width > 0 && width !== this.window.width) {
        this.window.width = width;
        this.redraw();
      }
    });
  }

  /** Takes a new stream; `start` and `end` come from the address and may be absent. */
  take(timeline, start, end) {
    this.data = timeline;
    const {width} = this.window;
    this.window = new TimeWindow(timeline.scenes[0]?.startMs ?? 0, timeline.durationMs);
    this.window.width = width;
    this.place(start, end);
  }

  /** Takes the same stream, of which more is known by now. */
  grow(timeline) {
    this.data = timeline;
    this.window.grow(timeline.durationMs);
  }

  /** Shows that part, or all if there is none. */
  place(start, end) {
    this.window.all();
    if (start === null || end === null || end <= start) return;
    this.window.place(start, Math.min(end - start, this.window.lengthMs));
  }

  mount = (element) => {
    if (element === this.element) return;
    if (this.element) this.observer.unobserve(this.element);
    this.element = element;
    if (!element) return;
    this.observer.observe(element);
    element.addEventListener('wheel', (event) => this.wheel(event), {passive: false});
  };

  wheel(event) {
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      const delta = event.deltaX || event.deltaY;
      return this.change(() => this.window.pan((delta / this.window.width) * this.window.lengthMs));
    }
    if (event.deltaY > 0 && !this.window.zoomed) return; // lets the page scroll on
    event.preventDefault();
    const x = event.clientX - this.element.getBoundingClientRect().left;
    this.change(() => this.window.zoom(Math.exp(event.deltaY * 0.0015), this.window.ms(x)));
  }

  change(work) {
    work();
    this.on.window(this.window.startMs, this.window.endMs, this.window.zoomed);
    this.redraw();
  }

  zoomBy(factor) {
    const inside = this.playheadMs >= this.window.startMs && this.playheadMs <= this.window.endMs;
    const at = inside ? this.playheadMs : (this.window.startMs + this.window.endMs) / 2;
    this.change(() => this.window.zoom(factor, at));
  }

  seek(ms) {
    const inside = Math.min(this.window.lastMs, Math.max(this.window.firstMs, Math.round(ms)));
    this.window.reveal(inside);
    this.on.seek(inside);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = Math.max(100, this.window.lengthMs / (event.shiftKey ? 10 : 60));
    const page = this.window.lengthMs * 0.8;
    const work = {
      ArrowLeft: () => this.seek(this.playheadMs - step),
      ArrowRight: () => this.seek(this.playheadMs + step),
      Home: () => this.seek(this.window.firstMs),
      End: () => this.seek(this.window.lastMs),
      PageUp: () => this.change(() => this.window.pan(-page)),
      PageDown: () => this.change(() => this.window.pan(page)),
      '+': () => this.zoomBy(0.5),
      '=': () => this.zoomBy(0.5),
      '-': () => this.zoomBy(2),
      0: () => this.change(() => this.window.all()),
    }[event.key];
    if (!work) return;
    event.preventDefault();
    work();
  }

  /** @param shown {playheadMs, curve: {points, intervalMs}|null, threshold, told} */
  template(shown) {
    this.playheadMs = shown.playheadMs;
    const {window: view, data} = this;
    return html`<div class="timeline">
      <div class="tools" role="group" aria-label="Zoom">
        ${tool('Zoom in', 'plus', true, () => this.zoomBy(0.5))}
        ${tool('Zoom out', 'minus', view.zoomed, () => this.zoomBy(2))}
        ${tool('Show all', 'fit', view.zoomed, () => this.change(() => view.all()))}
        <output class="faint">${clock(view.startMs)} to ${clock(view.endMs)}</output>
      </div>
      <div class="band">
        <div class="drawing" ${ref(this.mount)} role="slider" tabindex="0" aria-label="Moment in the video"
          aria-describedby="timeline-help" aria-valuemin=${view.firstMs} aria-valuemax=${view.lastMs}
          aria-valuenow=${Math.round(shown.playheadMs)} aria-valuetext=${media(shown.playheadMs)}
          @keydown=${(event) => this.key(event)}
          @pointerdown=${this.pointers.down} @pointermove=${this.pointers.move}
          @pointerup=${this.pointers.up} @pointercancel=${this.pointers.cancel}>
          <svg width=${view.width} height=${BANDS.height} aria-hidden="true">
            ${axis(view)} ${scenes(view, data.scenes)} ${matches(view, data.matches)}
            ${shown.curve ? curve(view, shown.curve.points, shown.curve.intervalMs, shown.threshold) : nothing}
            ${gaps(view, data.gaps)} ${marks(view, shown.told, shown.playheadMs)}
          </svg>
        </div>
        ${shown.curve ? this.handle(shown.threshold) : nothing}
      </div>
      <p id="timeline-help" class="faint help">Arrow keys move, + and − zoom, Home and End jump, 0 shows all.
        Drag or use the wheel.</p>
    </div>`;
  }

  handle(threshold) {
    const set = (value) => {
      this.on.threshold(Math.min(1, Math.max(0, Math.round(value * 1000) / 1000)));
    };
    const key = (event) => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      set(threshold + step);
    };
    const drag = (event) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const top = this.element.getBoundingClientRect().top + BANDS.curve;
      set(1 - (event.clientY - top) / BANDS.curveHeight);
    };
    return html`<div class="threshold" role="slider" tabindex="0" aria-label="Threshold of the alert"
      aria-orientation="vertical" aria-valuemin="0" aria-valuemax="1" aria-valuenow=${threshold}
      aria-valuetext=${threshold.toFixed(2)} .style=${`top:${yOf(threshold)}px`} @keydown=${key}
      @pointerdown=${(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      @pointermove=${drag}><span>${threshold.toFixed(2)}</span></div>`;
  }
}

function tool(name, sign, enabled, work) {
  return html`<button type="button" class="icon-only" aria-label=${name} ?disabled=${!enabled}
    @click=${work}>${icon(sign)}</button>`;
}
