/**
 * A folder: its members, what can be done with them, and uploads into it. It stays true by itself.
 * @module
 */

import {html, nothing} from 'lit';
import {folder, nameOfHref} from '../dav.js';
import * as deeds from '../folder/deeds.js';
import {follow} from '../folder/live.js';
import {Listing} from '../folder/listing.js';
import {menu} from '../folder/menu.js';
import {mount} from '../folder/mount.js';
import '../folder/rows.js';
import {chosen, dropped} from '../folder/uploads.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {trail} from '../parts/trail.js';
import {addressOf} from '../router.js';
import {language, reason, t} from '../texts.js';

class Folder extends Screen {
  static properties = {
    about: {state: true}, members: {state: true}, complete: {state: true}, selected: {state: true}, column: {state: true},
    descending: {state: true}, filter: {state: true}, stale: {state: true}, dragging: {state: true},
  };

  constructor() {
    super();
    this.column = 'name';
    this.descending = false;
    this.selected = new Set();
  }

  async load() {
    this.about = undefined;
    this.filter = '';
    this.restart();
    const {href, signal} = this;
    this.name(nameOfHref(href));
    this.about = await folder(href, {signal});
    if (!this.about.folder) {
      return;
    }
    await follow(href, {
      told: (changed, removed, complete) => this.take(changed, removed, complete),
      restarted: () => this.restart(),
      interrupted: stale => { this.stale = stale; },
    }, signal);
  }

  restart() {
    this.listing = new Listing(language, this.column, this.descending);
    this.members = [];
    this.complete = false;
    this.selected = new Set();
  }

  take(changed, removed, complete) {
    this.listing.apply(changed, removed);
    this.complete = complete;
    if (removed.length > 0) {
      this.selected = new Set([...this.selected].filter(href => this.listing.at(href)));
    }
    this.refresh();
  }

  refresh() {
    this.members = [...this.listing.shown];
  }

  order(column) {
    this.descending = this.column === column && !this.descending;
    this.column = column;
    this.listing.sort(column, this.descending);
    this.refresh();
  }

  search(event) {
    this.filter = event.target.value;
    this.listing.filter(this.filter);
    this.refresh();
  }

  get chosen() {
    return [...this.selected].map(href => this.listing.at(href)).filter(Boolean);
  }

  may(privilege) {
    return this.about?.may.has(privilege);
  }

  /** Does something, and says why if it fails. */
  async do(deed) {
    try {
      await deed();
    } catch (failure) {
      notice(reason(failure), {bad: true});
    }
  }

  act(deed, members) {
    const [member] = members;
    return this.do({
      rename: () => deeds.rename(member),
      move: () => deeds.transfer(members, 'move'),
      copy: () => deeds.transfer(members, 'copy'),
      delete: () => deeds.remove(members),
      properties: () => deeds.showProperties(member),
      lock: () => deeds.toggleLock(member, this.user),
      unlock: () => deeds.toggleLock(member, this.user),
      version: () => deeds.keepVersions(members),
      mount: () => mount(member.href, this.user),
    }[deed]);
  }

  menuOf(member) {
    const writing = this.may('unbind')
      ? ['rename', 'move', 'copy', 'delete', ...(member.versioned ? [] : ['version']), member.lockedBy ? 'unlock' : 'lock'] : ['copy'];
    return menu(member, [...writing, ...(member.folder ? ['mount'] : []), 'properties'], deed => this.act(deed, [member]));
  }

  async drop(event) {
    event.preventDefault();
    this.dragging = false;
    const wanted = await dropped(event.dataTransfer);
    this.querySelector('tm-uploads').add(this.href, wanted);
  }

  drag(event) {
    if (this.may('bind') && event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      this.dragging = true;
    }
  }

  leave(event) {
    this.dragging = this.dragging && this.contains(event.relatedTarget);
  }

  pick(event) {
    this.querySelector('tm-uploads').add(this.href, chosen(event.target.files));
    event.target.value = '';
  }

  render() {
    return html`
      ${trail(this.href, 'folder')}
      ${this.failure ? failed(this.failure, () => this.reload()) : this.about ? this.content() : loading()}`;
  }

  content() {
    if (!this.about.folder) {
      return html`${empty(t('folder.isFile'))}
        <p class="middle"><a class="button main" href=${addressOf('history', this.href)}>${t('folder.toVersions')}</a>
          <a class="button" href=${this.href} download>${t('action.download')}</a></p>`;
    }
    return html`
      <div class=${this.dragging ? 'drop dragging' : 'drop'} @dragover=${this.drag} @dragleave=${this.leave} @drop=${this.drop}>
        ${this.tools()}
        <tm-uploads></tm-uploads>
        ${this.stale ? html`<p class="problem" role="status">${t('folder.stale')}</p>` : nothing}
        ${this.list()}
        ${this.dragging ? html`<p class="hint drop-hint">${t('upload.drop', {name: nameOfHref(this.href)})}</p>` : nothing}
      </div>`;
  }

  list() {
    if (this.members.length === 0) {
      return !this.complete ? loading() : this.filter
        ? empty(t('folder.noMatch', {text: this.filter}))
        : empty(t('folder.empty'), this.may('bind') ? t('folder.emptyHint') : '');
    }
    return html`
      <tm-rows .members=${this.members} .selected=${this.selected} column=${this.column} ?descending=${this.descending}
        .menu=${member => this.menuOf(member)} @order=${event => this.order(event.detail)}
        @choose=${event => { this.selected = event.detail; }}
        @act=${({detail: {key, member}}) => this.may('unbind') && this.act(key === 'F2' ? 'rename' : 'delete', [member])}></tm-rows>`;
  }

  tools() {
    const count = this.selected.size;
    return html`
      <div class="tools">
        ${this.may('bind') ? html`
          <label class="button main">${t('action.upload')}<input type="file" multiple @change=${this.pick}></label>
          <label class="button">${t('action.uploadFolder')}<input type="file" webkitdirectory @change=${this.pick}></label>
          <button type="button" @click=${() => this.do(() => deeds.newFolder(this.href))}>${t('action.newFolder')}</button>` : nothing}
        <button type="button" @click=${() => mount(this.href, this.user)}>${t('action.mount')}</button>
        <button type="button" @click=${() => this.do(() => deeds.showDeleted(this.href))}>${t('action.deleted')}</button>
        <button type="button" @click=${() => this.do(() => deeds.downloadZip(this.href))}>${t('action.downloadAll')}</button>
        <input type="search" class="filter" aria-label=${t('folder.filter')} placeholder=${t('folder.filter')}
          .value=${this.filter} @input=${this.search}>
        <span class="count" role="status">${this.counted()}</span>
      </div>
      ${count ? html`
        <div class="tools chosen">
          <span>${t('folder.selected', {count})}</span>
          ${(this.may('unbind') ? ['move', 'copy', 'delete', 'version'] : ['copy']).map(deed => html`
            <button type="button" @click=${() => this.act(deed, this.chosen)}>${t(`action.${deed}`)}</button>`)}
        </div>` : nothing}`;
  }

  counted() {
    const count = this.members.length;
    return !this.complete ? t('folder.loaded', {count})
      : this.filter ? t('folder.countOf', {count, all: this.listing.size}) : t('folder.count', {count});
  }
}

customElements.define('tm-folder', Folder);
