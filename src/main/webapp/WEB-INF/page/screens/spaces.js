/**
 * Workspaces, releases and maps: all that there are, what each is derived from, and what waits in it.
 * @module
 */

import {html, nothing} from 'lit';
import {FILES_SPACE, maps, spaces} from '../dav/spaces.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {nameSpace} from '../parts/trail.js';
import {addressOf, go} from '../router.js';
import * as deeds from '../spaces/deeds.js';
import {exactTime, reason, t, time} from '../texts.js';

class Spaces extends Screen {
  static properties = {spaces: {state: true}, maps: {state: true}};

  async load() {
    this.name(t('app.spaces'));
    await this.look();
  }

  async look() {
    const {signal} = this;
    [this.spaces, this.maps] = await Promise.all([spaces({signal}), maps({signal})]);
    this.spaces.forEach(space => nameSpace(space.href, deeds.titleOf(space)));
  }

  /** Makes one, and goes there. */
  async make(deed) {
    const made = await deed();
    if (made) {
      go(addressOf('space', made));
    }
  }

  async do(deed) {
    try {
      if (await deed()) {
        notice(t('action.done'));
        await this.look();
      }
    } catch (failure) {
      notice(reason(failure), {bad: true});
    }
  }

  render() {
    return html`
      <h1>${t('app.spaces')}</h1>
      <p class="hint">${t('spaces.hint')}</p>
      ${this.failure ? failed(this.failure, () => this.reload()) : !this.spaces ? loading() : html`
        <div class="tools">
          <button type="button" class="main" @click=${() => this.make(() => deeds.derive(this.spaces))}>${t('spaces.derive')}</button>
          <button type="button" @click=${() => this.make(deeds.makeRelease)}>${t('spaces.release')}</button>
        </div>
        ${this.table()} ${this.mapList()}`}`;
  }

  table() {
    const made = this.spaces.filter(({href}) => href !== FILES_SPACE);
    return made.length === 0 ? empty(t('spaces.none'), t('spaces.noneHint')) : html`
      <div class="wide"><table>
        <thead><tr><th scope="col">${t('folder.name')}</th><th scope="col">${t('spaces.kind')}</th>
          <th scope="col">${t('spaces.parent')}</th><th scope="col">${t('spaces.waiting')}</th>
          <th scope="col">${t('mine.created')}</th></tr></thead>
        <tbody>${made.map(space => this.row(space))}</tbody>
      </table></div>`;
  }

  row(space) {
    const parent = this.spaces.find(({href}) => href === space.parent);
    const waits = space.queue.length;
    return html`<tr>
      <th scope="row"><a href=${addressOf('space', space.href)}>${deeds.titleOf(space)}</a></th>
      <td>${t(space.dynamic ? 'spaces.kind.dynamic' : 'spaces.kind.workspace')}</td>
      <td>${parent ? html`${deeds.titleOf(parent)} <span class="badge">${t(`inherits.${space.inherits}`)}</span>` : nothing}</td>
      <td>${waits ? html`<a class="badge strong" href=${addressOf('space', space.href, {view: 'inbox'})}>
        ${t('spaces.waits', {count: waits})}</a>` : nothing}</td>
      <td title=${exactTime(space.created)}>${time(space.created)}</td></tr>`;
  }

  mapList() {
    return html`<section><h2>${t('maps.title')}</h2>
      <p class="hint">${t('maps.explain')}</p>
      <button type="button" @click=${() => this.do(() => deeds.makeMap(this.spaces))}>${t('maps.make')}</button>
      <ul class="plain">${this.maps.map(map => html`<li class="item"><a href=${map.href}>${map.name}</a>
        <button type="button" class="quiet" @click=${() => this.do(() => deeds.removeNamed(map))}
          aria-label="${t('action.delete')}: ${map.name}">${t('action.delete')}</button></li>`)}</ul>
    </section>`;
  }
}

customElements.define('tm-spaces', Spaces);
