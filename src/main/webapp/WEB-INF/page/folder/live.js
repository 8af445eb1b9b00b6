/**
 * Follows a folder: all its members page by page, then every change as it happens. The server holds the last request until there
 * is something to say (docs/synchronisation.md, Waiting).
 * @module
 */

import {members} from '../dav.js';

const FIRST = 300;
const FURTHER = 5_000;
const WAIT_SECONDS = 50;
const PATIENCE_MILLIS = 5_000;

/**
 * Follows until the signal says that nobody looks any more.
 * @param {string} href
 * @param {object} hearer
 * @param {(changed: import('../dav/members.js').Member[], removed: string[], complete: boolean) => void} hearer.told
 * @param {() => void} hearer.restarted all that was told is void: the history that it went on from is not kept
 * @param {(stale: boolean) => void} hearer.interrupted
 * @param {AbortSignal} signal
 */
export async function follow(href, {told, restarted, interrupted}, signal) {
  let token = '';
  let complete = false;
  while (!signal.aborted) {
    try {
      await visible(signal);
      const page = await members(href, {
        token,
        limit: complete ? undefined : token ? FURTHER : FIRST,
        wait: complete ? WAIT_SECONDS : undefined,
        signal,
      });
      ({token} = page);
      complete ||= !page.more;
      interrupted(false);
      told(page.changed, page.removed, complete);
    } catch (failure) {
      if (signal.aborted || !token || failure.status === 401 || failure.status === 404) {
        throw failure;
      }
      if (failure.condition === 'D:valid-sync-token') {
        token = '';
        complete = false;
        restarted();
      } else {
        interrupted(true);
        await pause(PATIENCE_MILLIS, signal);
      }
    }
  }
}

/** A page that nobody sees does not keep a connection waiting: a browser has few. */
function visible(signal) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!document.hidden) {
        document.removeEventListener('visibilitychange', look);
        resolve();
      }
    };
    document.addEventListener('visibilitychange', look, {signal});
    signal.addEventListener('abort', () => reject(signal.reason), {once: true});
    look();
  });
}

function pause(millis, signal) {
  return new Promise(resolve => {
    setTimeout(resolve, millis);
    signal.addEventListener('abort', resolve, {once: true});
  });
}
