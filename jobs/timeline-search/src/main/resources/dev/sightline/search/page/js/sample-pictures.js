// SPDX-License-Identifier: Apache-2.0
import {ask} from './api.js';
import {query} from './address.js';

const AROUND_MS = 60000;
const MOST = 240; // two a second
const REST_MS = 150;

/** Pictures of the samples around the moment, for a stream that cannot be played. */
export class SamplePictures {
  constructor(redraw) {
    this.redraw = redraw;
    this.close();
  }

  /** Takes a stream, of which nothing is asked yet. */
  take(timeline) {
    this.close();
    this.data = timeline;
  }

  close() {
    this.stop();
    this.data = null;
    this.list = [];
    this.centreMs = null;
  }

  stop() {
    clearTimeout(this.timer);
    this.abort?.abort();
  }

  /** There may be more pictures by now; the known ones are shown meanwhile. */
  grow() {
    this.centreMs = null;
  }

  /** Asks for the pictures around a moment once it rests, unless they are known. */
  see(ms) {
    if (!this.data) return;
    if (this.centreMs !== null && Math.abs(ms - this.centreMs) <= AROUND_MS / 2) return;
    this.stop();
    this.centreMs = ms;
    this.timer = setTimeout(() => this.load(ms), REST_MS);
  }

  /** Those that cannot be had are done without: the pictures of scenes and matches are there. */
  async load(ms) {
    const {signal} = (this.abort = new AbortController());
    const {stream, epoch} = this.data;
    const from = Math.max(0, Math.round(ms - AROUND_MS));
    const asked = query({stream, epoch, from, to: Math.round(ms + AROUND_MS), limit: MOST});
    const answer = await ask('samples', asked, {signal}).catch(() => null);
    if (signal.aborted || answer === null) return;
    this.list = answer.samples;
    this.redraw();
  }
}
