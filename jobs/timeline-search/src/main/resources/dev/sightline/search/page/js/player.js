// SPDX-License-Identifier: Apache-2.0
import {html, keyed, nothing} from './lit.js';
import {addressOf} from './api.js';
import {own, query} from './address.js';
import {icon, picture} from './parts.js';
import {media} from './times.js';

/** So fast that the way from a key frame is short, and not too fast to stop in time. */
const HURRY = 8;

/** So long a conversion that broke off is let alone. */
const AGAIN_MS = 500;

/** So far the one after it has to get; hurrying alone may go further than it should. */
const FURTHER_MS = 2000;

/** A conversion that has just begun gets so far quickly. */
const SOON_MS = 10000;

/**
 * Shows the moment: the video, or pictures where there is none. Its first picture need not be at
 * media time 0: of a file the timeline says where it is, and of a video that the service converts
 * from a moment on the header X-Sightline-Start-Ms does.
 */
export class Player {
  /** @param on {time(ms), chapters(list)} */
  constructor(redraw, on) {
    this.redraw = redraw;
    this.on = on;
  }

  /** Takes a stream and the moment to begin at. */
  take(timeline, ms) {
    this.close();
    this.data = timeline;
    this.ms = ms;
    this.address = own(timeline.video);
    this.converted = timeline.videoConverted === true;
    this.offsetMs = timeline.videoStartMs ?? 0;
    this.failed = false;
    this.source = null;
    this.brokeMs = null;
    this.goOn = false;
    this.hurrying = null;
    this.cues = [];
    if (this.address) this.load(ms);
  }

  /** Lets go of the video, so that a conversion under way ends. */
  close() {
    this.abort?.abort();
    clearTimeout(this.again);
    this.drop();
  }

  drop() {
    const video = this.element;
    // One that hurries plays without being told to; whether it should is known already.
    if (video && video !== this.hurrying) this.goOn ||= !video.paused;
    this.hurrying = null;
    video?.removeAttribute('src');
    video?.load();
    this.source = null;
  }

  get element() {
    return document.getElementById('video');
  }

  /** Begins at a moment, or shortly before it. */
  async load(ms) {
    this.wantedMs = ms;
    if (!this.converted) {
      this.source = this.address;
      this.beginning = {};
      return this.redraw();
    }
    this.close(); // its place is needed for the next one
    this.redraw();
    const abort = (this.abort = new AbortController());
    const from = new URL(this.address);
    from.searchParams.set('from', Math.round(ms));
    try {
      const {signal} = abort;
      const answer = await fetch(from, {method: 'HEAD', signal, credentials: 'same-origin'});
      this.failed = !answer.ok;
      this.offsetMs = Number(answer.headers.get('X-Sightline-Start-Ms') ?? 0);
      this.source = from.href;
      this.beginning = {}; // another one even if its address is the same
    } catch {
      if (abort.signal.aborted) return;
      this.failed = true;
    }
    this.redraw();
  }

  /** Goes to a moment; a converted video begins anew unless the browser can go there. */
  seek(ms) {
    this.ms = ms;
    if (!this.address || this.failed) return;
    this.wantedMs = ms;
    const video = this.element;
    const begun = video !== null && video.readyState > 0;
    const second = (ms - this.offsetMs) / 1000;
    const here = begun ? seekable(video, second) : this.comesTo(ms);
    if (this.converted && !here) this.load(ms);
    else if (begun) this.place(video, second);
  }

  /** Whether the conversion that begins just now will be there soon. */
  comesTo(ms) {
    return this.source !== null && ms >= this.offsetMs && ms - this.offsetMs < SOON_MS;
  }

  loaded(video) {
    if (this.wantedMs === null) return;
    const second = Math.max(0, (this.wantedMs - this.offsetMs) / 1000);
    this.wantedMs = null;
    if (this.converted && !seekable(video, second)) return this.hurry(video, second);
    this.place(video, second);
    if (this.goOn) video.play().catch(() => {}); // the browser may want a press first
    this.goOn = false;
  }

  place(video, second) {
    this.second = Math.max(0, second);
    video.currentTime = this.second;
  }

  /** Plays fast up to a second: browsers do not seek in what comes without ranges. */
  hurry(video, second) {
    const {muted} = video;
    const stop = () => {
      video.playbackRate = 1;
      video.muted = muted;
      if (this.hurrying !== video) return; // the wish to play is of the one that has begun since
      this.hurrying = null;
      if (!this.goOn) video.pause();
      this.goOn = false;
    };
    const look = () => {
      const onTheWay = this.hurrying === video && video.currentTime < this.second
        && !video.paused && !video.error && video.isConnected;
      if (onTheWay) requestAnimationFrame(look);
      else stop();
    };
    this.second = second;
    this.hurrying = video;
    video.muted = true;
    video.playbackRate = HURRY;
    video.play().then(look, stop);
  }

  /**
   * The service ends conversions that nobody takes, such as of a video that was paused for long.
   * Another one is begun where it broke off, unless it breaks off at the same place again.
   */
  broken() {
    if (!this.source) return;
    const there = this.brokeMs !== null && Math.abs(this.ms - this.brokeMs) < FURTHER_MS;
    if (this.converted && !there) {
      this.brokeMs = this.ms;
      this.again = setTimeout(() => this.load(this.ms), AGAIN_MS);
    } else {
      this.failed = true;
      this.redraw();
    }
  }

  moved(video) {
    if (video.seeking || video.readyState === 0) return;
    this.ms = this.offsetMs + video.currentTime * 1000;
    this.on.time(this.ms);
  }

  /** The tracks tell of the whole video; one that begins later needs them earlier. */
  tracked(track) {
    // Before they are shifted: what ends before the video begins has no time in it.
    const chapters = [...track.cues].map((cue) => (
      {startMs: cue.startTime * 1000, endMs: cue.endTime * 1000, text: cue.text}));
    for (const cue of [...track.cues]) {
      const [start, end] = [cue.startTime, cue.endTime];
      if (this.offsetMs === 0) break;
      cue.startTime = Math.max(0, start - this.offsetMs / 1000);
      cue.endTime = Math.max(0, end - this.offsetMs / 1000);
    }
    if (track.kind === 'chapters') this.on.chapters(chapters);
  }

  told(track) {
    this.cues = [...(track.activeCues ?? [])].map((cue) => cue.text);
    this.redraw();
  }

  /** @param nearest gives the picture that is nearest to the moment: {ms, picture}, or null */
  template(nearest) {
    if (this.failed || !this.address) return this.pictures(nearest());
    if (!this.source) return html`<div class="stage">${picture(null)}</div>`;
    const asked = query({stream: this.data.stream, epoch: this.data.epoch});
    return html`<div class="stage">${keyed(this.beginning, html`<video id="video" controls playsinline
        preload="auto" src=${this.source} aria-label=${`Video of ${this.data.stream}`}
        @loadedmetadata=${(event) => this.loaded(event.target)}
        @timeupdate=${(event) => this.moved(event.target)}
        @seeked=${(event) => this.moved(event.target)}
        @error=${() => this.broken()}>
        ${this.track('chapters', 'Scenes', 'tracks/chapters.vtt', asked)}
        ${this.track('subtitles', 'Matches', 'tracks/cues.vtt', asked)}
      </video>`)}</div>
      <p class="now">${this.cues.length > 0 ? this.cues.join(' · ') : nothing}</p>`;
  }

  track(kind, label, path, asked) {
    const load = ({target: {track}}) => {
      track.mode = 'hidden'; // read, and shown beside the video; the reader may have it shown in it
      this.tracked(track);
      if (kind !== 'subtitles') return;
      track.addEventListener('cuechange', () => this.told(track));
      this.told(track); // the first change may have been before
    };
    return html`<track kind=${kind} label=${label} srclang="en" src=${addressOf(path, asked)} default
      @load=${load}>`;
  }

  pictures(moment) {
    const why = this.failed ? 'The video cannot be played; its pictures are shown instead.'
      : this.data.live ? 'A live stream is not kept as video; its pictures are shown.'
        : 'The service has no video of it; its pictures are shown.';
    return html`<div class="stage">${picture(moment?.picture, moment ? `At ${media(moment.ms)}` : '')}
        ${moment ? html`<span class="stamp">${media(moment.ms)}</span>` : nothing}</div>
      <p class="now faint">${icon('film')} ${why}
        ${this.failed ? html`<button type="button" class="quiet"
          @click=${() => this.retry()}>Try again</button>` : nothing}</p>`;
  }

  retry() {
    this.failed = false;
    this.brokeMs = null;
    this.load(this.ms);
  }
}

/** Whether a browser goes to a second when it is told to. */
function seekable(video, second) {
  for (let index = 0; index < video.seekable.length; index++) {
    if (second >= video.seekable.start(index) && second <= video.seekable.end(index)) return true;
  }
  return false;
}
