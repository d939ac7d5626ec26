// SPDX-License-Identifier: Apache-2.0
import {addressOf, ask} from './api.js';

const AGAIN_MS = 5000;
const KINDS = ['match', 'scene', 'status'];

/** The service's events as they arrive; a connection that is lost or refused is made again. */
export class LiveEvents {
  /**
   * @param on {event(kind, data), state(word)}; words are closed, connecting, connected, reconnecting
   * @param unseen whether it listens on while the page is hidden; browsers allow few connections
   */
  constructor(on, {unseen}) {
    this.on = on;
    this.unseen = unseen;
    this.wanted = false;
    this.source = null;
    document.addEventListener('visibilitychange', () => this.look());
  }

  open() {
    this.wanted = true;
    this.look();
  }

  close() {
    this.wanted = false;
    this.look();
  }

  /** Connects or lets go. */
  look() {
    const needed = this.wanted && (this.unseen || !document.hidden);
    if (needed && !this.source) this.connect();
    if (!needed && this.source) this.drop();
  }

  drop() {
    clearTimeout(this.again);
    this.source.close();
    this.source = null;
    this.on.state('closed');
  }

  connect() {
    const source = (this.source = new EventSource(addressOf('events')));
    this.on.state('connecting');
    source.onopen = () => this.on.state('connected');
    source.onerror = () => this.broken(source);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => this.on.event(kind, event.data));
    }
  }

  /** The browser tries again by itself, unless the service refused: then we ask why. */
  async broken(source) {
    this.on.state('reconnecting');
    if (source.readyState !== EventSource.CLOSED) return;
    const refused = await ask('me').then(() => false, ({status}) => status === 401);
    if (this.source !== source) return;
    if (refused) this.drop(); // it is opened again after the login, which was asked for just now
    else this.again = setTimeout(() => this.connect(), AGAIN_MS);
  }
}
