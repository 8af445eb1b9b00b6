/**
 * A button that opens a list of deeds and links.
 * @module
 */

import {html} from 'lit';
import {keys, open} from '../folder/menu.js';

/**
 * The button and its list.
 * @param {string} label what the button is called
 * @param {({words: string, act: () => void} | {words: string, href: string, download?: string})[]} entries
 */
export function menu(label, entries) {
  const choose = (event, entry) => {
    event.currentTarget.closest('.menu').hidePopover();
    entry.act?.();
  };
  return html`
    <button type="button" class="quiet dots" aria-label=${label} aria-haspopup="true" @click=${open}>⋯</button>
    <div class="menu" popover @keydown=${keys}>
      ${entries.map(entry => (entry.download
        ? html`<a href=${entry.href} download=${entry.download} @click=${event => choose(event, entry)}>${entry.words}</a>`
        : entry.href ? html`<a href=${entry.href} @click=${event => choose(event, entry)}>${entry.words}</a>`
          : html`<button type="button" class="quiet" @click=${event => choose(event, entry)}>${entry.words}</button>`))}
    </div>`;
}
