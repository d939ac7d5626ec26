// SPDX-License-Identifier: Apache-2.0
const SLACK_PX = 4;

/** Pointers on the timeline: a touch seeks, a drag moves the window or the moment, two pinch. */
export class Pointers {
  constructor(timeline) {
    this.timeline = timeline;
    this.points = new Map();
  }

  down = (event) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const x = within(event);
    this.points.set(event.pointerId, x);
    this.begun = {x, moved: this.points.size > 1};
  };

  move = (event) => {
    if (!this.points.has(event.pointerId)) return;
    const before = this.spread();
    const x = within(event);
    const from = this.points.get(event.pointerId);
    if (this.points.size === 1 && Math.abs(x - this.begun.x) <= SLACK_PX && !this.begun.moved) return;
    this.begun.moved = true;
    this.points.set(event.pointerId, x);
    if (this.points.size === 2) this.pinch(before);
    else if (this.timeline.window.zoomed) this.drag(from - x);
    else this.timeline.seek(this.timeline.window.ms(x));
  };

  up = (event) => {
    if (!this.points.delete(event.pointerId) || this.begun.moved) return;
    this.timeline.seek(this.timeline.window.ms(this.begun.x));
  };

  cancel = (event) => {
    this.points.delete(event.pointerId);
  };

  drag(pixels) {
    const {window: view} = this.timeline;
    this.timeline.change(() => view.pan((pixels / view.width) * view.lengthMs));
  }

  pinch(before) {
    const after = this.spread();
    if (before.width < 10 || after.width < 10) return;
    const {window: view} = this.timeline;
    this.timeline.change(() => view.zoom(before.width / after.width, view.ms(after.centre)));
  }

  spread() {
    const all = [...this.points.values()];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return {width: high - low, centre: (low + high) / 2};
  }
}

function within(event) {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}
