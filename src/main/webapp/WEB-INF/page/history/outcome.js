/**
 * What going back does, or would do: in numbers, then item by item.
 * @module
 */

import {html, nothing} from 'lit';
import {within} from '../parts/trail.js';
import {t} from '../texts.js';

const KINDS = ['added', 'removed', 'modified', 'moved'];

/** Whether it would do nothing at all. */
export function isNothing(restored) {
  return KINDS.every(kind => restored[kind] === 0);
}

/**
 * Shows it.
 * @param {{added: number, removed: number, modified: number, moved: number, items: object[], skipped: string[]}} restored
 * @param {string} folder paths are shown within it
 */
export function outcome(restored, folder) {
  return html`
    ${isNothing(restored) ? html`<p>${t('outcome.nothing')}</p>` : html`
      <ul>${KINDS.filter(kind => restored[kind] > 0).map(kind => html`<li>${t(`outcome.${kind}`, {count: restored[kind]})}</li>`)}</ul>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('outcome.items')}><ul class="plain">
        ${restored.items.map(item => html`<li>${itemWords(item, folder)}</li>`)}</ul></div>`}
    ${restored.skipped.length > 0 ? html`<p>${t('outcome.skipped')}</p>${paths(restored.skipped, folder)}` : nothing}`;
}

/** A list of paths. */
export function paths(hrefs, folder) {
  return html`<ul>${hrefs.map(href => html`<li>${within(folder, href)}</li>`)}</ul>`;
}

/** What happened to one thing. */
export function whatWords(item) {
  return item.what.map(what => t(`what.${what}`)).join(', ');
}

function itemWords(item, folder) {
  return html`<span class="badge">${whatWords(item)}</span> ${within(folder, item.href)}
    ${item.from ? html`<span class="hint">${t('what.from', {from: within(folder, item.from)})}</span>` : nothing}`;
}
