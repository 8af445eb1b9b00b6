/**
 * A folder at a moment: what was in it then, for looking around, and a way back there.
 * @module
 */

import {html, nothing} from 'lit';
import {FILES, nameOfHref} from '../dav.js';
import {changes, membersAt} from '../dav/history.js';
import {about} from '../dav/revisions.js';
import '../history/axis.js';
import {goBack} from '../history/back.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {titleOf, trail} from '../parts/trail.js';
import {addressOf, go} from '../router.js';
import {exactTime, language, reason, size, t, time} from '../texts.js';

/** So many changes are marked on the axis. */
const MARKED = 300;
/** So many rows are drawn at once. */
const PAGE = 300;

class Moment extends Screen {
  static properties = {members: {state: true}, changes: {state: true}, chosen: {state: true}, shown: {state: true}, at: {state: true}};

  async load() {
    const {href, signal} = this;
    this.name(titleOf(href, 'moment'));
    this.members = undefined;
    this.chosen = new Set();
    this.shown = PAGE;
    const axis = this.query.get('of') ?? href;
    if (this.axis !== axis) {
      this.changes = undefined;
      const [page, {may}] = await Promise.all([changes(axis, {limit: MARKED, signal}), about(axis, {signal})]);
      this.changes = page.changes.reverse();
      this.may = may.has('write');
      this.axis = axis;
    }
    this.at = this.query.get('at') ?? this.changes.at(-1)?.time ?? new Date().toISOString();
    const order = new Intl.Collator(language, {numeric: true});
    this.members = (await membersAt(href, this.at, {signal}))
      .sort((a, b) => Number(b.folder) - Number(a.folder) || order.compare(a.name, b.name));
  }

  /** Where a folder is at the same moment, with the same axis. */
  addressAt(href, at = this.at) {
    return addressOf('moment', href, {at, of: href === this.axis ? '' : this.axis});
  }

  choose(href, wanted) {
    const chosen = new Set(this.chosen);
    chosen[wanted ? 'add' : 'delete'](href);
    this.chosen = chosen;
  }

  /** Goes back, of a folder further down as a part of the one that the axis is of: that one is there still. */
  async back(hrefs) {
    try {
      const part = hrefs.length === 0 && this.href !== this.axis ? [this.href] : hrefs;
      if (await goBack(this.axis, this.at, part)) {
        go(addressOf('changes', this.axis));
      }
    } catch (failure) {
      notice(reason(failure), {bad: true});
    }
  }

  render() {
    return html`
      ${trail(this.href, 'moment')}
      ${this.changes && this.at ? html`<tm-axis .changes=${this.changes} .at=${this.at}
        @choose=${event => go(this.addressAt(this.href, event.detail), {replace: true})}></tm-axis>` : nothing}
      ${this.failure ? this.failed() : this.members ? this.content() : loading()}`;
  }

  /** What cannot be listed as it was can still be brought back and compared. */
  failed() {
    const known = [404, 409].includes(this.failure.status) && this.at && this.changes;
    return !known ? failed(this.failure, () => this.reload()) : html`
      <h2>${t('moment.as', {time: time(this.at)})}</h2>
      ${this.tools()}
      ${empty(t('moment.notThere'), t('moment.notThereHint'))}`;
  }

  content() {
    const {members, shown} = this;
    return html`
      <h2>${t('moment.as', {time: time(this.at)})}</h2>
      <p class="hint">${t('moment.readOnly')}</p>
      ${this.tools()}
      ${members.length === 0 ? empty(t('moment.empty')) : html`
        <div class="wide"><table>
          <thead><tr><th scope="col"><span class="hidden">${t('history.choice')}</span></th><th scope="col">${t('folder.name')}</th>
            <th scope="col">${t('folder.size')}</th><th scope="col">${t('folder.modified')}</th>
            <th scope="col">${t('history.version')}</th></tr></thead>
          <tbody>${members.slice(0, shown).map(member => this.row(member))}</tbody>
        </table></div>`}
      ${members.length > shown ? html`<p class="middle"><button type="button" @click=${() => { this.shown += PAGE; }}>
        ${t('app.more')}</button></p>` : nothing}`;
  }

  tools() {
    return html`
      <div class="tools">
        ${this.may ? html`
          <button type="button" class="main" @click=${() => this.back([])}>${t('moment.backAll')}</button>
          <button type="button" ?disabled=${this.chosen.size === 0} @click=${() => this.back([...this.chosen])}>
            ${t('moment.backChosen', {count: this.chosen.size})}</button>` : nothing}
        <a class="button" href=${addressOf('compare', this.href, {from: `time:${this.at}`})}>${t('moment.compare')}</a>
        ${this.href === this.axis ? nothing : html`<a class="button" href=${this.addressAt(this.axis)}>
          ${t('moment.up', {name: this.axis === FILES ? t('folder.root') : nameOfHref(this.axis)})}</a>`}
      </div>`;
  }

  row(member) {
    return html`<tr>
      <td><input type="checkbox" aria-label=${t('folder.select', {name: member.name})} .checked=${this.chosen.has(member.href)}
        @change=${event => this.choose(member.href, event.target.checked)}></td>
      <td><span class="icon ${member.folder ? 'folder' : 'file'}"></span>
        ${member.folder ? html`<a href=${this.addressAt(member.href)}>${member.name}</a>`
          : member.revisionUrl ? html`<a href=${member.revisionUrl} download=${member.name}>${member.name}</a>` : member.name}</td>
      <td class="number">${member.folder ? nothing : size(member.size)}</td>
      <td title=${member.modified ? exactTime(member.modified) : ''}>${time(member.modified)}</td>
      <td>${member.folder ? nothing : member.revision}</td></tr>`;
  }
}

customElements.define('tm-moment', Moment);
