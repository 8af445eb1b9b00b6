/**
 * Which screens there are. A screen is a module in `screens/` that defines an element; it is fetched when it is first shown.
 * @module
 */

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
