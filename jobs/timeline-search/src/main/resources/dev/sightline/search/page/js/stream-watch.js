// SPDX-License-Identifier: Apache-2.0
import {LiveEvents} from './live-events.js';

const LEAST_MS = 10000;

/** Says when something is new in a stream, at most every ten seconds, and only to who looks. */
export class StreamWatch {
  /** @param news is called without arguments */
  constructor(news) {
    this.news = news;
    this.events = new LiveEvents({
      event: (kind, data) => {
        if (isOf(data, this.stream, this.epoch)) this.soon();
      },
      state: (word) => this.become(word),
    }, {unseen: false});
  }

  /** Listens for an epoch of a stream instead of what it listened for before. */
  watch({stream, epoch}) {
    this.close();
    this.stream = stream;
    this.epoch = epoch;
    this.events.open();
  }

  close() {
    this.events.close();
    clearTimeout(this.timer);
    this.timer = null;
    this.last = 0;
    this.missed = false;
  }

  /** What was told while nobody listened is not told again. */
  become(word) {
    if (word === 'connecting') return;
    if (word === 'connected' && this.missed) this.soon();
    this.missed = word !== 'connected';
  }

  soon() {
    if (this.timer) return;
    this.timer = setTimeout(() => this.tell(), Math.max(0, this.last + LEAST_MS - Date.now()));
  }

  tell() {
    this.timer = null;
    if (document.hidden) return; // told once it is looked at
    this.last = Date.now();
    this.news();
  }
}

function isOf(data, stream, epoch) {
  try {
    const told = JSON.parse(data);
    return told.stream === stream && told.epoch === epoch;
  } catch {
    return false; // one that cannot be read must not stop the others
  }
}
