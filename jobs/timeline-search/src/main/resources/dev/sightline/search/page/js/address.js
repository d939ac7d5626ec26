// SPDX-License-Identifier: Apache-2.0
/** The page's state as it stands in the address, so that every view can be kept and sent on. */

const LISTS = ['not', 'stream'];
const SINGLE = [
  'view', 'text', 'like', 'picture', 'from', 'to', 'minScene', 'maxScene', 'per', 'fold', 'anyway',
  'model', 'page', 'epoch', 't', 'shows', 'start', 'end', 'threshold', 'name', 'kinds',
];
const SEARCH = [
  'text', 'not', 'like', 'picture', 'stream', 'from', 'to', 'minScene', 'maxScene', 'per', 'fold',
  'anyway', 'model',
];

/** What an address says; absent texts are '', absent lists are []. */
export function read(search = location.search) {
  const given = new URLSearchParams(search);
  const state = {};
  for (const name of SINGLE) state[name] = given.get(name) ?? '';
  for (const name of LISTS) state[name] = given.getAll(name).filter((value) => value !== '');
  return state;
}

/** The query of an address or a request: whatever is empty is left out. */
export function query(state) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== '' && one !== null && one !== undefined) asked.append(name, one);
    }
  }
  return asked;
}

/** The address of a state, relative to the page, so that a proxy may put it below any path. */
export function href(state) {
  const asked = query(state).toString();
  return asked === '' ? './' : `./?${asked}`;
}

/** Only what a search asks for. */
export function searchOf(state) {
  return Object.fromEntries(SEARCH.map((name) => [name, state[name] ?? '']));
}

/**
 * The address of a moment of a stream, with the query that found it and whose picture it shows, for
 * a stream that cannot be played.
 */
export function momentHref(moment, asked = {}) {
  const {text, not, like, picture, model} = asked;
  return href({
    view: 'stream',
    stream: moment.stream,
    epoch: moment.epoch,
    t: moment.peak?.mediaMs ?? moment.start?.mediaMs,
    shows: moment.picture ? new URL(moment.picture, document.baseURI).searchParams.get('id') : null,
    text, not, like, picture, model,
  });
}

/** An address that the service gave, or null if it leads elsewhere than to the service. */
export function own(address) {
  if (!address) return null;
  const resolved = new URL(address, document.baseURI);
  return resolved.origin === location.origin ? resolved.href : null;
}
