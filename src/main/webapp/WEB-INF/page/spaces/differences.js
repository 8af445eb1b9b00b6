/**
 * What a workspace has that its parent has not, and the other way round; what is chosen can be brought over in either direction.
 * @module
 */

import {html, nothing} from 'lit';
import {compare} from '../dav/history.js';
import {FILES_SPACE, inFiles} from '../dav/spaces.js';
import {notice} from '../parts/notices.js';
import {empty, failed, loading} from '../parts/states.js';
import {within} from '../parts/trail.js';
import {addressOf} from '../router.js';
import {size, t} from '../texts.js';
import {bringOver, titleOf} from './deeds.js';
import {Part} from './part.js';

const PAGE = 500;
const MOST_PAGES = 10;

class Differences extends Part {
  static properties = {differences: {state: true}, next: {state: true}, chosen: {state: true}};

  async load() {
    this.chosen = new Set();
    this.differences = undefined;
    await this.more();
  }

  /** The parent's tree. */
  get other() {
    return this.parent.href === FILES_SPACE ? '/files/' : this.parent.href;
  }

  /** Fetches a page of differences, or a few until there is something to show. */
  async more() {
    let found = [];
    let after = this.differences && this.next;
    for (let pages = 0; pages < MOST_PAGES && found.length === 0; pages++) {
      const page = await compare(this.space.href, {from: {href: this.other}, to: {now: true}, limit: PAGE, after});
      found = page.differences.filter(one => this.tells(one));
      after = page.next;
      if (!after) {
        break;
      }
    }
    this.differences = [...this.differences ?? [], ...found];
    this.next = after;
  }

  /**
   * Whether a difference says anything. The workspace itself has a name and a maker of its own, and what is under no version
   * control is in no workspace.
   */
  tells({href, difference, old}) {
    return href !== this.space.href && !(difference === 'removed' && !old?.revision);
  }

  choose(href, wanted) {
    this.chosen = new Set(this.chosen);
    this.chosen[wanted ? 'add' : 'delete'](href);
  }

  /** Brings what is chosen to the parent, or from it. */
  async bring(toParent) {
    const [from, to] = toParent ? [this.space, this.parent] : [this.parent, this.space];
    const paths = [...this.chosen].map(href => inFiles(href));
    await this.do(async () => {
      const done = await bringOver(paths, {from, to});
      if (done) {
        notice(t('space.brought'));
      }
      return done;
    });
  }

  render() {
    if (!this.parent) {
      return empty(t('space.noParent'));
    }
    return this.failure ? failed(this.failure, () => this.reload()) : !this.differences ? loading()
      : this.differences.length === 0 ? empty(t('space.same', {parent: titleOf(this.parent)})) : this.table();
  }

  table() {
    const all = this.differences.filter(one => !one.folder);
    const everything = all.length > 0 && this.chosen.size >= all.length;
    return html`
      <div class="tools">
        <span class="count" role="status">${t('folder.selected', {count: this.chosen.size})}</span>
        <button type="button" ?disabled=${this.chosen.size === 0} @click=${() => this.bring(true)}>
          ${t('space.give', {name: titleOf(this.parent)})}</button>
        <button type="button" ?disabled=${this.chosen.size === 0} @click=${() => this.bring(false)}>
          ${t('space.take', {name: titleOf(this.parent)})}</button>
      </div>
      <div class="wide"><table>
        <thead><tr><th scope="col"><input type="checkbox" aria-label=${t('folder.selectAll')} .checked=${everything}
            @change=${event => { this.chosen = new Set(event.target.checked ? all.map(({href}) => href) : []); }}></th>
          <th scope="col">${t('compare.change')}</th><th scope="col">${t('folder.name')}</th>
          <th scope="col">${titleOf(this.parent)}</th><th scope="col">${titleOf(this.space)}</th></tr></thead>
        <tbody>${this.differences.map(one => this.row(one))}</tbody>
      </table></div>
      ${this.next ? html`<p class="middle"><button type="button" @click=${() => this.do(async () => { await this.more(); return false; })}>
        ${t('app.more')}</button></p>` : nothing}`;
  }

  row(one) {
    const name = within(this.space.href, one.href.startsWith(this.other) ? one.href.slice(this.other.length) : one.href);
    const theirs = one.href.replace(this.space.href, this.other);
    const address = addressOf('compare', one.href, {from: `other:${theirs}`, to: 'now'});
    const side = found => html`<td>${found && !one.folder ? html`${found.revision} <span class="hint">${size(found.size)}</span>` : nothing}</td>`;
    return html`<tr>
      <td>${one.folder ? nothing : html`<input type="checkbox" aria-label=${t('folder.select', {name})}
        .checked=${this.chosen.has(one.href)} @change=${event => this.choose(one.href, event.target.checked)}>`}</td>
      <td>${t(`difference.${one.difference}`)}</td>
      <td>${one.old && one.new && !one.folder ? html`<a href=${address}>${name}</a>` : name}</td>
      ${side(one.old)}${side(one.new)}</tr>`;
  }
}

customElements.define('tm-space-differences', Differences);
