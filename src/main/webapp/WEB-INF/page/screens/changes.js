/**
 * What happened here: the changes of a folder or file, newest first, by day; each can be looked at and taken back.
 * @module
 */

import {html, nothing} from 'lit';
import {changes} from '../dav/history.js';
import {about} from '../dav/revisions.js';
import {whatWords} from '../history/outcome.js';
import {takeBack} from '../history/undo.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {titleOf, trail, within} from '../parts/trail.js';
import {addressOf, go} from '../router.js';
import {exactTime, language, reason, t} from '../texts.js';

const PAGE = 50;
/** Further items of one change are shown when somebody asks. */
const ITEMS = 8;
const TELLING = new Set(['modified', 'properties', 'moved']);

class Changes extends Screen {
  static properties = {changes: {state: true}, next: {state: true}, about: {state: true}};

  async load() {
    this.name(titleOf(this.href, 'changes'));
    this.changes = undefined;
    this.whole = new Set();
    const {href, signal} = this;
    [this.about] = await Promise.all([about(href, {signal}), this.more()]);
  }

  /** Fetches a page of older changes. */
  async more() {
    const author = this.query.get('author');
    const page = await changes(this.href, {
      limit: PAGE, before: this.changes && this.next, authors: author ? [author] : [], signal: this.signal,
    });
    this.changes = [...this.changes ?? [], ...page.changes];
    this.next = page.next;
  }

  async undo(change) {
    try {
      if (await takeBack(this.href, change)) {
        await this.reload();
      }
    } catch (failure) {
      notice(reason(failure), {bad: true});
    }
  }

  filter(event) {
    event.preventDefault();
    go(addressOf('changes', this.href, {author: new FormData(event.target).get('author').trim()}));
  }

  showAll(change) {
    this.whole.add(change.id);
    this.requestUpdate();
  }

  render() {
    return html`
      ${trail(this.href, 'changes')}
      <form class="tools" @submit=${this.filter}>
        <label>${t('changes.author')} <input name="author" .value=${this.query.get('author') ?? ''}></label>
        <button>${t('changes.filter')}</button>
      </form>
      ${this.failure ? failed(this.failure, () => this.reload()) : this.changes && this.about ? this.list() : loading()}`;
  }

  list() {
    if (this.changes.length === 0) {
      return this.query.get('author') ? empty(t('changes.noneBy', {author: this.query.get('author')}), t('changes.noneByHint'))
        : empty(t('changes.none'), t('changes.noneHint'));
    }
    const format = new Intl.DateTimeFormat(language, {dateStyle: 'full'});
    const days = new Map();
    for (const change of this.changes) {
      const day = format.format(new Date(change.time));
      (days.get(day) ?? days.set(day, []).get(day)).push(change);
    }
    return html`
      ${[...days].map(([day, some]) => html`<section><h2>${day}</h2>
        <ol class="plain">${some.map(change => this.change(change))}</ol></section>`)}
      ${this.next ? html`<p class="middle"><button type="button" @click=${() => this.attempt(() => this.more())}>
        ${t('changes.older')}</button></p>` : nothing}`;
  }

  change(change) {
    const clock = new Intl.DateTimeFormat(language, {timeStyle: 'medium'}).format(new Date(change.time));
    const items = this.whole.has(change.id) ? change.items : change.items.slice(0, ITEMS);
    const hidden = change.items.length - items.length;
    return html`
      <li class="change">
        <div class="said"><strong>${change.author}</strong> <time datetime=${change.time} title=${exactTime(change.time)}>${clock}</time>
          ${change.comment}</div>
        ${this.may ? html`<button type="button" aria-label=${t('changes.undoOf', {author: change.author, time: clock})}
          @click=${() => this.undo(change)}>${t('undo.do')}</button>` : nothing}
        <ul>${items.map(item => this.item(item, change))}</ul>
        ${hidden > 0 ? html`<button type="button" class="quiet" @click=${() => this.showAll(change)}>
          ${t('changes.items', {count: hidden})}</button>` : nothing}
        ${change.further > 0 ? html`<p class="hint">${t('changes.further', {count: change.further})}</p>` : nothing}
      </li>`;
  }

  get may() {
    return this.about.may.has('write') || this.about.may.has('write-content');
  }

  item(item, {id}) {
    const name = within(this.href, item.href);
    const gone = item.what.includes('removed');
    const telling = !item.folder && !gone && item.what.some(what => TELLING.has(what));
    return html`
      <li><span class="badge">${whatWords(item)}</span>
        ${gone ? name : html`<a href=${addressOf(item.folder ? 'folder' : 'history', item.href)}>${name}</a>`}
        ${item.from ? html`<span class="hint">${t('what.from', {from: within(this.href, item.from)})}</span>` : nothing}
        ${telling ? html`<a href=${addressOf('compare', item.href, {from: `before:${id}`, to: `change:${id}`})}
          aria-label=${t('changes.compareOf', {name})}>${t('changes.compare')}</a>` : nothing}</li>`;
  }
}

customElements.define('tm-changes', Changes);
