/**
 * The checkin sets of a workspace: what belongs together, until it is closed.
 * @module
 */

import {html, nothing} from 'lit';
import {checkinSets} from '../dav/spaces.js';
import {empty, failed, loading} from '../parts/states.js';
import {addressOf} from '../router.js';
import {exactTime, t, time} from '../texts.js';
import {closeSet, makeSet, removeNamed} from './deeds.js';
import {Part} from './part.js';

class Sets extends Part {
  static properties = {sets: {state: true}};

  async load() {
    this.sets = await checkinSets(this.space.sets);
  }

  async change(deed) {
    await this.do(deed);
    await this.reload();
  }

  render() {
    return html`
      <p>${t('sets.explain')}</p>
      ${this.space.mayWrite ? html`<button type="button" @click=${() => this.change(() => makeSet(this.space.sets))}>
        ${t('sets.make')}</button>` : nothing}
      ${this.failure ? failed(this.failure, () => this.reload()) : !this.sets ? loading()
        : this.sets.length === 0 ? empty(t('sets.none')) : this.table()}`;
  }

  table() {
    return html`<div class="wide"><table>
      <thead><tr><th scope="col">${t('folder.name')}</th><th scope="col">${t('sets.state')}</th><th scope="col">${t('mine.created')}</th>
        <th scope="col"><span class="hidden">${t('action.more')}</span></th></tr></thead>
      <tbody>${this.sets.map(set => html`<tr>
        <th scope="row"><a href=${addressOf('folder', set.href)}>${set.name}</a></th>
        <td>${t(set.closed ? 'sets.closed' : 'sets.open')}</td>
        <td title=${exactTime(set.created)}>${time(set.created)}</td>
        <td class="deed">${set.closed || !this.space.mayWrite ? nothing : html`
          <button type="button" @click=${() => this.change(() => closeSet(set))} aria-label="${t('sets.close')}: ${set.name}">
            ${t('sets.close')}</button>
          <button type="button" @click=${() => this.change(() => removeNamed(set))} aria-label="${t('action.delete')}: ${set.name}">
            ${t('action.delete')}</button>`}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define('tm-sets', Sets);
