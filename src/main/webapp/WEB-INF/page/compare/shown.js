/**
 * How what differs inside a file is shown, by what kind of file it is.
 * @module
 */

import {html, nothing} from 'lit';
import {size, t} from '../texts.js';
import {LARGEST} from './file.js';
import './images.js';
import {textTable} from './text.js';

/**
 * Shows it.
 * @param {import('./file.js').Found} found
 * @param {{sides: object[], type: string, name: string, unfold: (stretch: object) => void}} how
 */
export function found({kind, text, pictures, pages, tooLarge, properties}, how) {
  return html`${inside({kind, text, pictures, pages, tooLarge}, how)}${differing(properties)}`;
}

function inside({kind, text, pictures, pages, tooLarge}, {sides: [older, newer], type, name, unfold}) {
  switch (kind) {
    case 'text': return html`
      ${text.extracted ? html`<p class="hint">${t('compare.extracted')}</p>` : nothing}
      <p role="status">${t('compare.counted', {removed: text.removed, added: text.added})}</p>
      ${textTable(text.stretches, unfold)}`;
    case 'pictures': return html`<tm-images .older=${pictures[0]} .newer=${pictures[1]}></tm-images>`;
    case 'pages': return html`<tm-pages .older=${pages[0]} .newer=${pages[1]}></tm-pages>`;
    default: return older.tag === newer.tag ? html`<p>${t('compare.sameContent')}</p>` : html`
      <p>${tooLarge ? t('compare.tooLarge', {size: size(LARGEST)}) : t('compare.noText', {type: type || '?'})}</p>
      <table class="facts"><thead><tr><td></td><th scope="col">${t('compare.older')}</th><th scope="col">${t('compare.newer')}</th></tr></thead>
        <tbody>
          <tr><th scope="row">${t('folder.size')}</th><td>${size(older.size)}</td><td>${size(newer.size)}</td></tr>
          <tr><th scope="row">${t('action.download')}</th>
            ${[older, newer].map(side => html`<td><a href=${side.url} download=${name}>${name}</a></td>`)}</tr>
        </tbody></table>`;
  }
}

function differing(properties) {
  return properties.length === 0 ? nothing : html`
    <h2>${t('action.properties')}</h2>
    <div class="wide"><table class="facts">
      <thead><tr><th scope="col">${t('folder.name')}</th><th scope="col">${t('compare.older')}</th>
        <th scope="col">${t('compare.newer')}</th></tr></thead>
      <tbody>${properties.map(property => html`<tr><th scope="row">${property.name}</th>
        <td>${property.old ?? '–'}</td><td>${property.new ?? '–'}</td></tr>`)}</tbody></table></div>`;
}
