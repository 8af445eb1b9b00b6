/**
 * Addresses of the page: `/ui/<screen>/<path of what is shown>?<how>`. Each screen has its own, so that it can be linked to, kept
 * and gone back to. A screen is a module in `screens/` that defines an element; it is fetched when it is first shown.
 * @module
 */

const START = '/ui/';

/**
 * The screens: the element that shows each, and where its module is. What is shown at an address without a screen is a folder.
 * @type {Record<string, {element: string, load: () => Promise<unknown>}>}
 */
export const screens = {
  folder: {element: 'tm-folder', load: () => import('./screens/folder.js')},
  find: {element: 'tm-find', load: () => import('./screens/find.js')},
  history: {element: 'tm-history', load: () => import('./screens/history.js')},
  compare: {element: 'tm-compare', load: () => import('./screens/compare.js')},
  changes: {element: 'tm-changes', load: () => import('./screens/changes.js')},
  moment: {element: 'tm-moment', load: () => import('./screens/moment.js')},
  care: {element: 'tm-care', load: () => import('./screens/care.js')},
  spaces: {element: 'tm-spaces', load: () => import('./screens/spaces.js')},
  space: {element: 'tm-space', load: () => import('./screens/space.js')},
  server: {element: 'tm-server', load: () => import('./screens/server.js')},
  mine: {element: 'tm-mine', load: () => import('./screens/mine.js')},
};

/**
 * Where a screen is.
 * @param {string} screen a key of `screens`
 * @param {string} href what it shows: a path as the server writes it, percent-encoded
 * @param {Record<string, string>} [query] how; empty values are left out
 */
export function addressOf(screen, href = '/files/', query = {}) {
  const said = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  return START + screen + href + (said.size ? `?${said}` : '');
}

/**
 * What an address is about.
 * @returns {{screen: string, href: string, query: URLSearchParams}}
 */
export function read(location) {
  const [, screen, href] = /^\/ui\/([a-z]+)(\/.*)?$/.exec(location.pathname) ?? [];
  return {
    screen: screen in screens ? screen : 'folder',
    href: screen in screens && href && href !== '/' ? href : '/files/',
    query: new URLSearchParams(location.search),
  };
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
