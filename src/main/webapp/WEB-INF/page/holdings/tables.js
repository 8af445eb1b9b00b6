/**
 * Tables of what people hold: locks, checkouts, app passwords. A list is fetched a page at a time.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {decoded, parentOf} from '../dav.js';
import {appPasswords, checkouts, locks} from '../dav/holdings.js';
import {notice} from '../parts/notices.js';
import {empty, failed, loading} from '../parts/states.js';
import {addressOf} from '../router.js';
import {exactTime, t, time} from '../texts.js';
import {end} from './deeds.js';

const FETCH = {lock: locks, checkout: checkouts, password: appPasswords};
const COLUMNS = {
  lock: ['hold.what', 'hold.since', 'hold.until'],
  checkout: ['hold.what', 'history.version', 'history.comment', 'hold.since'],
  password: ['folder.name', 'mine.created', 'mine.expires', 'mine.used'],
};

const when = at => html`<td title=${exactTime(at)}>${time(at)}</td>`;

/** One list. `whose`: a user's alone; empty for all that the reader may know. */
class Holdings extends LitElement {
  static properties = {kind: {}, whose: {}, user: {attribute: false}, items: {state: true}, next: {state: true}, failure: {state: true}};

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('kind') || changed.has('whose')) {
      this.reload();
    }
  }

  async reload() {
    this.items = undefined;
    await this.more();
  }

  async more() {
    const {whose} = this;
    try {
      this.failure = undefined;
      const page = await FETCH[this.kind]({user: whose, after: this.items && this.next});
      if (whose === this.whose) {
        this.items = [...this.items ?? [], ...page.items];
        this.next = page.next;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }

  async end(one) {
    if (await end(this.kind, one, this.user)) {
      this.items = this.items.filter(other => other !== one);
      notice(t(`hold.ended.${this.kind}`));
    }
  }

  render() {
    return html`<h2>${t(`hold.title.${this.kind}`)}</h2>
      ${this.failure ? failed(this.failure, () => this.reload()) : !this.items ? loading()
        : this.items.length === 0 ? empty(t(`hold.none.${this.kind}`)) : this.table()}`;
  }

  /** Names of the holders are told where they are not the reader's own. */
  get named() {
    return this.whose !== this.user.name;
  }

  table() {
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${t(`hold.title.${this.kind}`)}><table>
        <thead><tr>${COLUMNS[this.kind].map(words => html`<th scope="col">${t(words)}</th>`)}
          ${this.named ? html`<th scope="col">${t('hold.who')}</th>` : nothing}
          <th scope="col"><span class="hidden">${t(`hold.do.${this.kind}`)}</span></th></tr></thead>
        <tbody>${this.items.map(one => this.row(one))}</tbody>
      </table></div>
      ${this.next ? html`<p class="middle"><button type="button" @click=${this.more}>${t('app.more')}</button></p>` : nothing}`;
  }

  row(one) {
    const what = one.name ?? decoded(one.href);
    return html`<tr>
      ${this.cells(one)}
      ${this.named ? html`<td>${one.user}</td>` : nothing}
      <td class="deed"><button type="button" @click=${() => this.end(one)}
        aria-label="${t(`hold.do.${this.kind}`)}: ${what}">${t(`hold.do.${this.kind}`)}</button></td></tr>`;
  }

  cells(one) {
    switch (this.kind) {
      case 'lock':
        return html`<td>${place(one.href)} ${one.deep ? html`<span class="badge">${t('hold.deep')}</span>` : nothing}</td>
          ${when(one.created)}${when(one.expires)}`;
      case 'checkout':
        return html`<td>${place(one.href)}</td><td>${one.revision}</td><td>${one.comment}</td>${when(one.created)}`;
      default:
        return html`<td title=${one.name}>${browserName(one.name)}
            ${one.session ? html`<span class="badge">${t('mine.session')}</span>` : nothing}
            ${one.readOnly ? html`<span class="badge">${t('mine.readOnly')}</span>` : nothing}
            ${one.path ? html`<span class="badge">${t('mine.path', {path: decoded(one.path)})}</span>` : nothing}</td>
          ${when(one.created)}${when(one.expires)}<td title=${exactTime(one.used)}>${time(one.used) || t('mine.never')}</td>`;
    }
  }
}

const BROWSERS = [['Edg', 'Edge'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']];
const SYSTEMS = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']];

/** What a browser says of itself, shortly; any other name as it is. */
function browserName(name) {
  if (!name.startsWith('Browser: Mozilla/')) {
    return name;
  }
  const known = table => table.find(([word]) => name.includes(word))?.[1];
  return [known(BROWSERS), known(SYSTEMS)].filter(Boolean).join(', ') || name;
}

/** Where something is, as a link to its folder or its versions. */
function place(href) {
  const path = decoded(href.replace(/^\/files\//, ''));
  if (!href.startsWith('/files/') && !href.startsWith('/configurations/')) {
    return path;
  }
  const address = href.endsWith('/') ? addressOf('folder', href) : addressOf('history', href);
  return html`<a href=${address}>${path}</a> <a class="hint" href=${addressOf('folder', parentOf(href))}>${t('find.where')}</a>`;
}

customElements.define('tm-holdings', Holdings);
