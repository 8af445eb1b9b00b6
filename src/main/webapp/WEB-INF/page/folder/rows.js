/**
 * A window of rows over a list of any length: only what can be seen is in the document. One moves in it by the keys of a grid.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {repeat} from 'lit-html/directives/repeat.js';
import {addressOf} from '../router.js';
import {exactTime, size, t, time} from '../texts.js';

const ROW_PIXELS = 40;
const MARGIN_ROWS = 12;
const COLUMNS = ['name', 'size', 'modified', 'author'];

/**
 * Events: `choose` (a selection, in `detail` a Set of hrefs), `order` (a column), `act` (a key's action and the member).
 */
class Rows extends LitElement {
  static properties = {
    /** members in order; another array whenever they are others */
    members: {attribute: false},
    selected: {attribute: false},
    column: {},
    descending: {type: Boolean},
    menu: {attribute: false},
    first: {state: true},
    active: {state: true},
  };

  constructor() {
    super();
    this.members = [];
    this.selected = new Set();
    this.first = 0;
    this.active = 0;
    this.visible = 40;
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    new ResizeObserver(() => this.look()).observe(this.viewport);
  }

  get viewport() {
    return this.querySelector('.rows');
  }

  /** Sees which rows can be seen. */
  look() {
    const {scrollTop, clientHeight} = this.viewport;
    this.visible = Math.ceil(clientHeight / ROW_PIXELS) + 2 * MARGIN_ROWS;
    this.first = Math.max(0, Math.floor(scrollTop / ROW_PIXELS) - MARGIN_ROWS);
    this.requestUpdate();
  }

  willUpdate() {
    this.active = Math.max(0, Math.min(this.active, this.members.length - 1));
    this.first = Math.min(this.first, Math.max(0, this.members.length - 1));
  }

  updated() {
    // Set here and not in the template: the page's policy allows no style attributes.
    this.querySelector('.all').style.height = `${this.members.length * ROW_PIXELS}px`;
    this.querySelector('.seen').style.transform = `translateY(${this.first * ROW_PIXELS}px)`;
  }

  render() {
    const seen = this.members.slice(this.first, this.first + this.visible);
    const all = this.members.length > 0 && this.selected.size >= this.members.length;
    return html`
      <div class="grid" role="grid" aria-multiselectable="true" aria-label=${t('folder.members')}
           aria-rowcount=${this.members.length + 1} aria-colcount="6" @keydown=${this.key}>
        <div role="rowgroup"><div class="row head" role="row" aria-rowindex="1">
          <span role="columnheader"><input type="checkbox" aria-label=${t('folder.selectAll')}
            .checked=${all} @change=${() => this.choose(all ? [] : this.members)}></span>
          ${COLUMNS.map(column => this.header(column))}
          <span role="columnheader"><span class="hidden">${t('action.more')}</span></span>
        </div></div>
        <div class="rows" role="rowgroup" @scroll=${this.look}>
          <div class="all" role="presentation"><div class="seen" role="presentation">
            ${repeat(seen, ({href}) => href, (member, i) => this.row(member, this.first + i))}
          </div></div>
        </div>
      </div>`;
  }

  header(column) {
    const sorted = this.column === column;
    return html`
      <span role="columnheader" class=${column} aria-sort=${sorted ? (this.descending ? 'descending' : 'ascending') : 'none'}>
        <button type="button" class="quiet" @click=${() => this.tell('order', column)}>${t(`folder.${column}`)}
          <span aria-hidden="true">${sorted ? (this.descending ? '↓' : '↑') : ''}</span></button>
      </span>`;
  }

  row(member, index) {
    const chosen = this.selected.has(member.href);
    const active = index === this.active;
    return html`
      <div class="row" role="row" aria-rowindex=${index + 2} aria-selected=${chosen} tabindex=${active ? 0 : -1}
           data-index=${index} @focus=${() => { this.active = index; }} @dblclick=${() => this.open(member)}>
        <span role="gridcell"><input type="checkbox" tabindex="-1" aria-label=${t('folder.select', {name: member.name})}
          .checked=${chosen} @click=${event => this.toggle(index, event.shiftKey)}></span>
        <span role="gridcell" class="name">
          <span class=${member.folder ? 'icon folder' : 'icon file'} aria-hidden="true"></span>
          ${this.link(member)} ${this.badges(member)}
        </span>
        <span role="gridcell" class="size">${member.folder ? nothing : size(member.size)}</span>
        <span role="gridcell" class="modified" title=${exactTime(member.modified)}>${time(member.modified)}</span>
        <span role="gridcell" class="author">${member.author}</span>
        <span role="gridcell">${this.menu?.(member)}</span>
      </div>`;
  }

  link(member) {
    return member.folder
      ? html`<a href=${addressOf('folder', member.href)} tabindex="-1">${member.name}</a>`
      : html`<a href=${member.href} download=${member.name} tabindex="-1">${member.name}</a>`;
  }

  badges(member) {
    return html`
      ${member.lockedBy ? html`<span class="badge locked">${t('badge.locked', {owner: member.lockedBy})}</span>` : nothing}
      ${member.checkedOut ? html`<span class="badge">${t('badge.checkedOut')}</span>` : nothing}
      ${member.versioned && !member.folder && member.revision
        ? html`<span class="badge" title=${t('badge.versioned', {revision: member.revision})}>${member.revision}</span>` : nothing}`;
  }

  open(member) {
    this.querySelector(`[data-index="${this.members.indexOf(member)}"] .name a`)?.click();
  }

  key(event) {
    if (event.target.closest('.menu, .head')) {
      return;
    }
    const page = Math.max(1, Math.floor(this.viewport.clientHeight / ROW_PIXELS) - 1);
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity}[event.key];
    const member = this.members[this.active];
    if (step !== undefined) {
      this.goTo(this.active + step);
    } else if (event.key === ' ' && event.target.role === 'row') {
      this.toggle(this.active, event.shiftKey);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      this.choose(this.members);
    } else if (event.key === 'Enter' && event.target.role === 'row' && member) {
      this.open(member);
    } else if (event.key === 'ContextMenu' || event.key === 'ArrowRight') {
      const dots = this.querySelector(`[data-index="${this.active}"] .dots`);
      dots?.focus();
      if (event.key === 'ContextMenu') {
        dots?.click();
      }
    } else if (event.key === 'ArrowLeft') {
      this.goTo(this.active);
    } else if (['F2', 'Delete'].includes(event.key) && member) {
      this.tell('act', {key: event.key, member});
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Makes a row the active one, and brings it into sight. */
  async goTo(index) {
    this.active = Math.max(0, Math.min(index, this.members.length - 1));
    const top = this.active * ROW_PIXELS;
    const {scrollTop, clientHeight} = this.viewport;
    if (top < scrollTop) {
      this.viewport.scrollTop = top;
    } else if (top + ROW_PIXELS > scrollTop + clientHeight) {
      this.viewport.scrollTop = top + ROW_PIXELS - clientHeight;
    }
    this.look();
    await this.updateComplete;
    this.querySelector(`[data-index="${this.active}"]`)?.focus({preventScroll: true});
  }

  toggle(index, range) {
    const chosen = new Set(this.selected);
    const from = range ? this.anchor ?? index : index;
    const want = !this.selected.has(this.members[index].href);
    for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
      chosen[want ? 'add' : 'delete'](this.members[i].href);
    }
    this.anchor = index;
    this.tell('choose', chosen);
  }

  choose(members) {
    this.tell('choose', new Set(members.map(({href}) => href)));
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }
}

customElements.define('tm-rows', Rows);
