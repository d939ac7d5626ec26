// SPDX-License-Identifier: Apache-2.0
const SHORTEST_MS = 2000;
const STEPS_S = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200,
  86400, 172800, 604800,
];

/** Which part of a stream is drawn, and on how many pixels. All times are media milliseconds. */
export class TimeWindow {
  constructor(fromMs, toMs) {
    this.firstMs = fromMs;
    this.lastMs = Math.max(toMs, fromMs + SHORTEST_MS);
    this.width = 600;
    this.all();
  }

  /** Takes in what was added behind; who saw all sees all. */
  grow(toMs) {
    const whole = !this.zoomed;
    this.lastMs = Math.max(this.lastMs, toMs);
    if (whole) this.all();
  }

  all() {
    this.startMs = this.firstMs;
    this.endMs = this.lastMs;
  }

  get lengthMs() {
    return this.endMs - this.startMs;
  }

  get zoomed() {
    return this.lengthMs < this.lastMs - this.firstMs;
  }

  x(ms) {
    return ((ms - this.startMs) / this.lengthMs) * this.width;
  }

  ms(x) {
    return this.startMs + (x / this.width) * this.lengthMs;
  }

  shows(fromMs, toMs) {
    return toMs >= this.startMs && fromMs <= this.endMs;
  }

  /** Factor below 1 shows less; the moment stays under the pointer. */
  zoom(factor, atMs) {
    const whole = this.lastMs - this.firstMs;
    const length = Math.min(whole, Math.max(SHORTEST_MS, this.lengthMs * factor));
    const part = (atMs - this.startMs) / this.lengthMs;
    this.place(atMs - part * length, length);
  }

  pan(ms) {
    this.place(this.startMs + ms, this.lengthMs);
  }

  /** Moves just so far that the moment is shown. */
  reveal(ms) {
    if (ms < this.startMs || ms > this.endMs) this.place(ms - this.lengthMs / 2, this.lengthMs);
  }

  place(startMs, length) {
    this.startMs = Math.min(this.lastMs - length, Math.max(this.firstMs, startMs));
    this.endMs = this.startMs + length;
  }

  /** Round moments for the axis, with room for their words. */
  ticks() {
    const least = (this.lengthMs / this.width) * 88;
    const step = (STEPS_S.find((seconds) => seconds * 1000 >= least) ?? 604800) * 1000;
    const found = [];
    for (let ms = Math.ceil(this.startMs / step) * step; ms <= this.endMs; ms += step) found.push(ms);
    return {step, ticks: found};
  }
}
