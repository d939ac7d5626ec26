// SPDX-License-Identifier: Apache-2.0
/** Asks the service. What it refuses, and its silence, become a {@link Problem}. */

const BASE = './api/v1/';

/** What went wrong, in the words of the service (RFC 9457). */
export class Problem extends Error {
  constructor({title, detail, status = 0, field = null}) {
    super(detail || title);
    this.title = title;
    this.status = status;
    this.field = field;
  }
}

/** The address of something of the service, relative to the page. */
export function addressOf(path, asked) {
  const text = asked?.toString() ?? '';
  return BASE + path + (text ? `?${text}` : '');
}

/**
 * The answer's JSON, or null where there is none.
 *
 * @param path below api/v1/
 * @param asked URLSearchParams or nothing
 * @param how method, body (an object is sent as JSON, FormData as it is), signal
 */
export async function ask(path, asked, how) {
  const response = await respond(path, asked, how);
  return response.status === 204 ? null : readJson(response);
}

/** The answer as it is, such as a picture; likewise a {@link Problem} if it is refused. */
export async function respond(path, asked, {method = 'GET', body, signal} = {}) {
  const response = await send(addressOf(path, asked), method, body, signal);
  if (response.ok) return response;
  const problem = await problemOf(response);
  const byProxy = response.headers.get('WWW-Authenticate') === 'Proxy';
  if (problem.status === 401 && !byProxy && path !== 'login') {
    window.dispatchEvent(new CustomEvent('login-needed', {detail: problem.message}));
  }
  throw problem;
}

async function send(address, method, body, signal) {
  const form = body instanceof FormData;
  const headers = {Accept: 'application/json, application/problem+json'};
  if (body && !form) headers['Content-Type'] = 'application/json';
  const sent = body && !form ? JSON.stringify(body) : body;
  try {
    return await fetch(address, {method, headers, body: sent, signal, credentials: 'same-origin'});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem({
      title: 'The service does not answer',
      detail: 'The connection failed. See whether the service runs, then try again.',
    });
  }
}

async function readJson(response) {
  try {
    return await response.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem({
      title: 'The answer cannot be read',
      detail: 'It is no JSON. Perhaps a proxy answered in the place of the service.',
      status: response.status,
    });
  }
}

async function problemOf(response) {
  const fallback = {
    title: `The service refused (${response.status})`,
    detail: 'It gave no reason. Its log may tell.',
  };
  try {
    return new Problem({...fallback, ...(await response.json()), status: response.status});
  } catch {
    return new Problem({...fallback, status: response.status});
  }
}
