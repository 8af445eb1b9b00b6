/**
 * One workspace or release: what differs from what it is derived from, what waits for a decision, what its rule selects, and its
 * checkin sets.
 * @module
 */

import {html, nothing} from 'lit';
import {FILES_SPACE, spaceAt, spaces} from '../dav/spaces.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {failed, loading} from '../parts/states.js';
import {nameSpace} from '../parts/trail.js';
import {addressOf, go} from '../router.js';
import * as deeds from '../spaces/deeds.js';
import '../spaces/differences.js';
import '../spaces/inbox.js';
import '../spaces/rule.js';
import '../spaces/sets.js';
import {exactTime, reason, t, time} from '../texts.js';

class Space extends Screen {
  static properties = {space: {state: true}, all: {state: true}};

  async load() {
    const {href, signal} = this;
    if (this.space?.href !== href) {
      this.space = undefined;
    }
    [this.space, this.all] = await Promise.all([spaceAt(href, {signal}), this.all ?? spaces({signal})]);
    nameSpace(href, deeds.titleOf(this.space));
    this.name(deeds.titleOf(this.space));
  }

  async do(deed, next) {
    try {
      if (await deed()) {
        this.all = undefined;
        await (next ? next() : this.load());
      }
    } catch (failure) {
      notice(reason(failure), {bad: true});
    }
  }

  async derive() {
    const made = await deeds.derive(this.all, this.href);
    if (made) {
      this.all = undefined;
      go(addressOf('space', made));
    }
  }

  get parent() {
    return this.all.find(({href}) => href === this.space.parent);
  }

  /** What can be seen of it, and which is. */
  get views() {
    const {space} = this;
    const views = space.dynamic ? ['rule'] : [...(space.parent ? ['changes', 'inbox'] : []), 'sets'];
    const wanted = this.query?.get('view');
    return {views, view: views.includes(wanted) ? wanted : views[0]};
  }

  render() {
    return html`
      <nav class="path" aria-label=${t('folder.path')}><ol>
        <li><a href=${addressOf('spaces')}>${t('app.spaces')}</a></li>
        <li><h1>${this.space ? deeds.titleOf(this.space) : t('space.one')}</h1></li></ol></nav>
      ${this.failure ? failed(this.failure, () => this.reload()) : !this.space || !this.all ? loading() : this.content()}`;
  }

  content() {
    const {space, parent} = this;
    const {views, view} = this.views;
    const builtIn = space.href === FILES_SPACE;
    return html`
      <p>${t(space.dynamic ? 'space.isDynamic' : builtIn ? 'space.isFiles' : 'space.isWorkspace')}
        ${parent ? html`${t('space.derived')} <a href=${addressOf('space', parent.href)}>${deeds.titleOf(parent)}</a>;
          ${t(`inherits.long.${space.inherits}`)}` : nothing}
        ${space.base ? html`<span title=${exactTime(space.base)}>${t('space.base', {time: time(space.base)})}</span>` : nothing}</p>
      <div class="tools">
        <a class="button main" href=${addressOf('folder', builtIn ? '/files/' : space.href)}>${t('space.look')}</a>
        ${space.dynamic ? nothing : html`<button type="button" @click=${this.derive}>${t('spaces.derive')}</button>`}
        ${builtIn ? nothing : html`
          <button type="button" @click=${() => this.do(() => deeds.rename(space))}>${t('action.rename')}</button>
          <button type="button" @click=${() => this.do(() => deeds.remove(space), () => go(addressOf('spaces')))}>${t('action.delete')}</button>`}
      </div>
      <nav class="aspects" aria-label=${t('aspect.title')}>${views.map(one => html`
        <a href=${addressOf('space', this.href, {view: one})} aria-current=${one === view ? 'page' : 'false'}>${t(`space.${one}`)}
          ${one === 'inbox' && space.queue.length ? html`<span class="badge strong">${space.queue.length}</span>` : nothing}</a>`)}</nav>
      ${this.view(view)}`;
  }

  view(view) {
    const {space, parent, user} = this;
    const again = () => { this.attempt(() => this.load()); };
    switch (view) {
      case 'changes': return html`<tm-space-differences .space=${space} .parent=${parent} @done=${again}></tm-space-differences>`;
      case 'inbox': return html`<tm-inbox .space=${space} .parent=${parent} @done=${again}></tm-inbox>`;
      case 'rule': return html`<tm-rule .space=${space} .all=${this.all} @done=${again}></tm-rule>`;
      default: return html`<tm-sets .space=${space} .user=${user}></tm-sets>`;
    }
  }
}

customElements.define('tm-space', Space);
