/**
 * The care for a folder: who may do what and why, what it costs, how long its versions stay, and whether all is held.
 * @module
 */

import {html, nothing} from 'lit';
import * as deeds from '../care/deeds.js';
import {areByRole, holdersOf, policyWords} from '../care/words.js';
import {keeping, retentionPreview, usage} from '../dav/care.js';
import {decoded} from '../dav.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {titleOf, trail, within} from '../parts/trail.js';
import {addressOf} from '../router.js';
import {reason, size, t} from '../texts.js';

class Care extends Screen {
  static properties = {about: {state: true}, cost: {state: true}, preview: {state: true}};

  async load() {
    this.name(titleOf(this.href, 'care'));
    this.about = undefined;
    this.cost = undefined;
    this.preview = undefined;
    await this.look();
    usage(this.href, {signal: this.signal})
      .then(cost => { this.cost = cost; })
      .catch(failure => { this.cost = {failure}; });
  }

  async look() {
    this.about = await keeping(this.href, {signal: this.signal});
  }

  /** Does something, and shows what has become of it. */
  async do(deed) {
    try {
      if (await deed()) {
        notice(t('action.done'));
        this.preview = undefined;
        await this.look();
      }
    } catch (failure) {
      notice(reason(failure), {bad: true});
    }
  }

  async showPreview() {
    this.preview = null;
    try {
      this.preview = await retentionPreview(this.href, {signal: this.signal});
    } catch (failure) {
      this.preview = undefined;
      notice(reason(failure), {bad: true});
    }
  }

  render() {
    return html`
      ${trail(this.href, 'care')}
      ${this.failure ? failed(this.failure, () => this.reload()) : !this.about ? loading() : html`
        ${this.rights()} ${this.space()} ${this.versions()} ${this.hold()}`}`;
  }

  get own() {
    return this.about.levels[0];
  }

  get mayKeep() {
    return this.user.admin || this.about.owner === this.user.name;
  }

  button(words, deed, may = true) {
    return may ? html`<button type="button" @click=${() => this.do(deed)}>${words}</button>` : nothing;
  }

  rights() {
    const {grants, may, href} = this.about;
    return html`<section><h2>${t('care.rights')}</h2>
      ${!grants ? html`<p>${t('care.hiddenRights')}</p>` : html`
        <p>${this.why(grants)}</p>
        <div class="wide" tabindex="0" role="group" aria-label=${t('care.rights')}><table>
          <thead><tr><th scope="col">${t('hold.who')}</th><th scope="col">${t('care.may')}</th><th scope="col">${t('care.why')}</th></tr></thead>
          <tbody>${holdersOf(this.about).map(holder => html`<tr><th scope="row">${holder.who}</th><td>${holder.may}</td>
            <td>${holder.from ? html`<a href=${addressOf('care', holder.from)}>${holder.why}</a>` : holder.why}</td></tr>`)}</tbody>
        </table></div>`}
      ${this.button(t('care.change'), () => deeds.changeRights(href, grants ?? []), may.has('write-acl') || may.has('all'))}
    </section>`;
  }

  /** Which list it is that holds here. */
  why(grants) {
    const listed = grants.find(grant => grant.from);
    return listed ? html`${t('care.inherited')} <a href=${addressOf('care', listed.from)}>${decoded(listed.from)}</a>`
      : t(areByRole(grants) ? 'care.noList' : 'care.ownList');
  }

  space() {
    const {cost, own} = this;
    const limits = this.about.levels.filter(level => level.limit !== undefined);
    return html`<section><h2>${t('care.space')}</h2>
      ${limits.map(level => html`<p>${t('care.limit', {path: decoded(level.href), limit: size(level.limit), used: size(level.used)})}
        <meter min="0" max=${level.limit || 1} high=${level.limit * 0.9} .value=${level.used}
          aria-label=${t('care.used', {path: decoded(level.href)})}></meter></p>`)}
      ${limits.length === 0 ? html`<p>${t('care.noLimit')}</p>` : nothing}
      <p>${t('care.free', {free: size(own.free)})}</p>
      ${this.button(t('care.setLimit'), () => deeds.changeLimit(own), this.user.admin)}
      ${!cost ? loading(t('care.counting')) : cost.failure ? failed(cost.failure) : this.costs(cost)}
    </section>`;
  }

  costs(cost) {
    const cells = one => html`<td class="number">${size(one.live)}</td><td class="number">${size(one.history)}</td>
      <td class="number">${size(one.deleted)}</td><td class="number">${size(one.live + one.history + one.deleted)}</td>`;
    return html`
      <p>${t('care.counted', {files: cost.files, revisions: cost.revisions, deleted: cost.deletedRevisions})}
        ${this.user.admin ? nothing : t('care.ownPart')}</p>
      <div class="wide" tabindex="0" role="group" aria-label=${t('care.space')}><table>
        <thead><tr><th scope="col">${t('hold.who')}</th><th scope="col" class="number">${t('care.now')}</th>
          <th scope="col" class="number">${t('care.before')}</th><th scope="col" class="number">${t('care.deleted')}</th>
          <th scope="col" class="number">${t('care.together')}</th></tr></thead>
        <tbody>${cost.shares.map(share => html`<tr><th scope="row">${share.user}</th>${cells(share)}</tr>`)}
          ${cost.shares.length === 1 ? nothing : html`<tr class="sum"><th scope="row">${t('care.all')}</th>${cells(cost)}</tr>`}</tbody>
      </table></div>
      <p class="hint">${t('care.costHint')}</p>`;
  }

  versions() {
    const {href, levels, versioned} = this.about;
    const counting = levels.find(level => level.retention);
    return html`<section><h2>${t('care.versions')}</h2>
      ${!versioned ? html`<p>${t('care.noVersions')}</p>` : !counting ? html`<p>${t('care.keepAll')}</p>` : html`
        <p>${counting.href === href ? t('care.here') : html`${t('care.above')}
          <a href=${addressOf('care', counting.href)}>${decoded(counting.href)}</a>`}</p>
        <ul>${policyWords(counting.retention).map(words => html`<li>${words}</li>`)}</ul>`}
      <div class="tools">
        ${this.button(t('care.setRetention'), () => deeds.changeRetention(this.own), versioned && this.mayKeep)}
        ${versioned && counting ? html`<button type="button" @click=${this.showPreview}>${t('care.preview')}</button>` : nothing}
      </div>
      ${this.preview === null ? loading() : this.preview ? this.previewed() : nothing}
    </section>`;
  }

  previewed() {
    const {preview, href} = this;
    const sum = key => preview.reduce((all, file) => all + file[key], 0);
    return preview.length === 0 ? empty(t('care.nothingGoes')) : html`
      <p role="status">${t('care.goes', {count: sum('revisions'), size: size(sum('bytes'))})}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('care.preview')}><table>
        <thead><tr><th scope="col">${t('folder.name')}</th><th scope="col">${t('care.goCount')}</th><th scope="col">${t('folder.size')}</th></tr></thead>
        <tbody>${preview.slice(0, 500).map(file => html`<tr><td><a href=${addressOf('history', file.href)}>${within(href, file.href)}</a></td>
          <td class="number">${file.revisions}</td><td class="number">${size(file.bytes)}</td></tr>`)}</tbody></table></div>`;
  }

  hold() {
    const held = this.about.levels.filter(level => level.hold);
    const {own} = this;
    return html`<section><h2>${t('care.hold')}</h2>
      ${held.length === 0 ? html`<p>${t('care.noHold')}</p>` : html`<ul class="plain">${held.map(level => html`
        <li><span class="badge strong">${t('care.held')}</span> ${level.hold}
          ${level.href === own.href ? nothing : html`(<a href=${addressOf('care', level.href)}>${decoded(level.href)}</a>)`}</li>`)}</ul>`}
      <p class="hint">${t('care.holdHint')}</p>
      ${this.button(t(own.hold ? 'care.endHold' : 'care.beginHold'), () => deeds.changeHold(own), this.user.admin)}
    </section>`;
  }
}

customElements.define('tm-care', Care);
