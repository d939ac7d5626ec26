// SPDX-License-Identifier: Apache-2.0
import {addressOf} from './api.js';

const KINDS = ['match', 'scene', 'status'];
const LEAST_MS = 10000;

/** Says when something is new in a stream, at most every ten seconds, and only to who looks. */
export class StreamWatch {
  /** @param news is called without arguments */
  constructor(news) {
    this.news = news;
    document.addEventListener('visibilitychange', () => {
      if (this.due) this.soon();
    });
  }

  /** Listens for an epoch of a stream instead of what it listened for before. */
  watch({stream, epoch}) {
    this.close();
    this.source = new EventSource(addressOf('events'));
    for (const kind of KINDS) {
      this.source.addEventListener(kind, ({data}) => {
        if (isOf(data, stream, epoch)) this.soon();
      });
    }
  }

  close() {
    this.source?.close();
    this.source = null;
    clearTimeout(this.timer);
    this.timer = null;
    this.due = false;
    this.last = 0;
  }

  soon() {
    this.due = true;
    if (document.hidden || this.timer) return;
    this.timer = setTimeout(() => this.tell(), Math.max(0, this.last + LEAST_MS - Date.now()));
  }

  tell() {
    this.timer = null;
    if (document.hidden) return;
    this.due = false;
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
