/**
 * Requests to the server, and what they fail with.
 * @module
 */

import {child, conditionOf, nameOf, parse, children, textAt} from './xml.js';

/** What a request failed with: the status, and the condition that the server names, if it does. */
export class DavError extends Error {
  /**
   * @param {number} status 0 when no answer came
   * @param {string} condition the name of the element in `DAV:error`, with its prefix
   * @param {string[]} hrefs what it is about, where the server says so
   */
  constructor(status, condition = '', hrefs = []) {
    super(`${status} ${condition}`.trim());
    this.status = status;
    this.condition = condition;
    this.hrefs = hrefs;
  }
}

/** Hears that the server does not know who we are any more. */
export const signedOut = new EventTarget();

/** Says to the server that it is the page that asks: it never answers then so that the browser asks for a password. */
const BY_PAGE = {'X-Requested-With': 'Tidemark'};

/**
 * Sends a request.
 * @param {string} method
 * @param {string} href a path, percent-encoded
 * @param {{headers?: Record<string, string>, body?: BodyInit, signal?: AbortSignal, quiet?: boolean}} [options]
 *     quiet: a refusal of who we are is for the caller alone
 * @returns {Promise<Response>} an answer that is no failure
 * @throws {DavError}
 */
export async function send(method, href, {headers = {}, body, signal, quiet = false} = {}) {
  const type = typeof body === 'string' && !headers['Content-Type'] ? {'Content-Type': 'application/xml'} : {};
  let answer;
  try {
    answer = await fetch(href, {
      method,
      headers: {...BY_PAGE, ...type, ...headers},
      body,
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'follow',
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new DavError(0);
  }
  if (answer.status === 401 && !quiet) {
    signedOut.dispatchEvent(new Event('signed-out'));
  }
  if (!answer.ok) {
    throw await failure(answer.status, await answer.text());
  }
  return answer;
}

/** Sends a request, and reads the XML of its answer. */
export async function ask(method, href, options) {
  const answer = await send(method, href, options);
  return parse(await answer.text());
}

/**
 * Sends a file, and tells how far it has come: `fetch` cannot tell that.
 * @param {string} href
 * @param {Blob} file
 * @param {{headers?: Record<string, string>, signal?: AbortSignal, progress?: (sent: number) => void}} [options]
 */
export function put(href, file, {headers = {}, signal, progress} = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', href);
    for (const [name, value] of Object.entries({...BY_PAGE, ...headers})) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = event => progress?.(event.loaded);
    request.onerror = () => reject(new DavError(0));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onload = () => {
      if (request.status === 401) {
        signedOut.dispatchEvent(new Event('signed-out'));
      }
      if (request.status < 300) {
        resolve(request.getResponseHeader('ETag'));
      } else {
        reject(failure(request.status, request.responseText));
      }
    };
    signal?.addEventListener('abort', () => request.abort(), {once: true});
    if (signal?.aborted) {
      request.abort();
      reject(new DOMException('', 'AbortError'));
    } else {
      request.send(file);
    }
  });
}

function failure(status, text) {
  let condition = '';
  let hrefs = [];
  if (!text.startsWith('<?xml')) {
    return new DavError(status);
  }
  try {
    const root = parse(text);
    if (nameOf(root) === 'D:error') {
      condition = conditionOf(root);
      hrefs = [...root.getElementsByTagNameNS('DAV:', 'href')].map(href => href.textContent.trim());
    } else if (nameOf(root) === 'D:multistatus') {
      const refused = children(root, 'D:response');
      condition = conditionOf(child(refused[0], 'D:error'));
      hrefs = refused.map(response => textAt(response, 'D:href'));
    }
  } catch {
    // It broke off: the status says enough.
  }
  return new DavError(status, condition, hrefs);
}

/**
 * An answer of 207 to a request that changes something is a refusal of a part: it is thrown.
 * @throws {DavError}
 */
export async function change(method, href, options) {
  const answer = await send(method, href, options);
  if (answer.status === 207) {
    const root = parse(await answer.text());
    const refused = children(root, 'D:response').find(response => / [45]\d\d/.test(response.textContent));
    if (refused) {
      const status = Number(/ ([45]\d\d) ?/.exec(refused.textContent)[1]);
      throw new DavError(status, conditionOf(child(refused, 'D:error')), [textAt(refused, 'D:href')]);
    }
  }
  return answer;
}
