/**
 * Addresses of the page: `/ui/<screen>/<path of what is shown>?<how>`. Each screen has its own, so that it can be linked to, kept
 * and gone back to.
 * @module
 */

/** How all of them begin. */
export const START = '/ui/';

/**
 * Where a screen is.
 * @param {string} screen a key of `screens` in `screens.js`
 * @param {string} href what it shows: a path as the server writes it, percent-encoded
 * @param {Record<string, string>} [query] how; empty values are left out
 */
export function addressOf(screen, href = '/files/', query = {}) {
  const said = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return START + screen + href + (said.size ? `?${said}` : '');
}

/** Hears that the address is another. */
export const moves = new EventTarget();

/** Goes to an address of the page. */
export function go(address, {replace = false} = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  moves.dispatchEvent(new Event('moved'));
}

/** Has links within the page change the address alone, unless somebody wants a new window for one. */
function follow(event) {
  const link = event.composedPath().find(node => node.localName === 'a');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return;
  }
  const url = new URL(link.href, location.href);
  if (url.origin === location.origin && url.pathname.startsWith(START)) {
    event.preventDefault();
    go(url.pathname + url.search);
  }
}

addEventListener('popstate', () => moves.dispatchEvent(new Event('moved')));
document.addEventListener('click', follow);
