/**
 * Finding files and folders by what is known of them. What is looked for is in the address, so that it can be kept.
 * @module
 */

import {html, nothing} from 'lit';
import {decoded, find, nameOfHref, parentOf} from '../dav.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {addressOf, go} from '../router.js';
import {exactTime, size, t, time} from '../texts.js';

const FIELDS = [['name', 'search'], ['words', 'search'], ['author', 'text'], ['label', 'text'], ['after', 'date'], ['before', 'date']];

class Find extends Screen {
  static properties = {answer: {state: true}, asked: {state: true}};

  async load() {
    this.name(t('find.title'));
    this.answer = undefined;
    const wanted = Object.fromEntries(FIELDS.map(([field]) => [field, this.query.get(field) ?? '']));
    this.asked = Object.values(wanted).some(Boolean);
    if (this.asked) {
      this.answer = await find(this.href, wanted, {signal: this.signal});
    }
  }

  submit(event) {
    event.preventDefault();
    go(addressOf('find', this.href, Object.fromEntries(new FormData(event.target))));
  }

  render() {
    return html`
      <h1>${t('find.title')}</h1>
      <p class="hint">${t('find.in', {path: decoded(this.href)})}</p>
      <form class="fields" role="search" @submit=${this.submit}>
        ${FIELDS.map(([field, type]) => html`<label>${t(`find.${field}`)}
          <input name=${field} type=${type} .value=${this.query.get(field) ?? ''}></label>`)}
        <button class="main">${t('find.submit')}</button>
      </form>
      <p class="hint">${t('find.hint')}</p>
      ${this.failure ? failed(this.failure, () => this.reload()) : this.results()}`;
  }

  results() {
    if (!this.asked) {
      return empty(t('find.start'));
    }
    if (!this.answer) {
      return loading();
    }
    const {found, more} = this.answer;
    return found.length === 0 ? empty(t('find.none')) : html`
      <p role="status">${t('find.count', {count: found.length})} ${more ? t('find.more') : nothing}</p>
      <div class="wide"><table>
        <thead><tr><th scope="col">${t('folder.name')}</th><th scope="col">${t('find.where')}</th>
          <th scope="col">${t('folder.size')}</th><th scope="col">${t('folder.modified')}</th>
          <th scope="col">${t('folder.author')}</th></tr></thead>
        <tbody>${found.map(member => html`<tr>
          <td>${member.folder
            ? html`<a href=${addressOf('folder', member.href)}>${member.name}</a>`
            : html`<a href=${member.href} download=${member.name}>${member.name}</a>`}</td>
          <td><a href=${addressOf('folder', parentOf(member.href))}>${nameOfHref(parentOf(member.href))}</a></td>
          <td>${member.folder ? nothing : size(member.size)}</td>
          <td title=${exactTime(member.modified)}>${time(member.modified)}</td>
          <td>${member.author}</td></tr>`)}</tbody>
      </table></div>`;
  }
}

customElements.define('tm-find', Find);
