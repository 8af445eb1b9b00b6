/**
 * The resolution queue as an inbox: what waits on the left; both sides of what is chosen, and the decision, beside each other.
 * @module
 */

import {html, nothing} from 'lit';
import {compareFile} from '../compare/file.js';
import {found as shown} from '../compare/shown.js';
import {unfolded} from '../compare/text.js';
import {nameOfHref, upload} from '../dav.js';
import {bring, inSpace, markMerged, sideAt} from '../dav/spaces.js';
import {notice} from '../parts/notices.js';
import {empty, failed, loading} from '../parts/states.js';
import {within} from '../parts/trail.js';
import {exactTime, t, time} from '../texts.js';
import {titleOf} from './deeds.js';
import {Part} from './part.js';

class Inbox extends Part {
  static properties = {chosen: {state: true}, sides: {state: true}, found: {state: true}};

  async load() {
    const {queue} = this.space;
    await this.open(queue.find(({href}) => href === this.chosen?.href) ?? queue[0]);
  }

  /** Shows both sides of an item. */
  async open(item) {
    this.chosen = item;
    this.sides = undefined;
    this.found = undefined;
    if (!item) {
      return;
    }
    const sides = await Promise.all([sideAt(inSpace(this.space.href, item.href)), sideAt(item.newer)]);
    if (this.chosen !== item) {
      return;
    }
    this.sides = sides;
    const [ours, theirs] = sides;
    this.found = ours && theirs ? await compareFile(ours, theirs, theirs.type) : undefined;
  }

  choose(item) {
    this.open(item).catch(failure => { this.failure = failure; });
  }

  /** Takes what the parent has. */
  take() {
    return this.decide(() => bring(this.chosen.href, {from: this.parent.href, to: this.space.href, anyway: true}), 'inbox.taken');
  }

  /** Stays with one's own, and says that it has seen the other. */
  stay() {
    return this.decide(() => this.merged(this.sides[0].id), 'inbox.stayed');
  }

  /** Stores what somebody has made of both. */
  async join(event) {
    const [file] = event.target.files;
    event.target.value = '';
    await this.decide(async () => {
      const href = inSpace(this.space.href, this.chosen.href);
      await upload(href, file, {overwrite: true});
      await this.merged((await sideAt(href)).id);
    }, 'inbox.joined');
  }

  merged(revision) {
    return markMerged(this.chosen.href, {space: this.space.href, revision, merged: nameOfHref(this.chosen.newer)});
  }

  decide(deed, words) {
    return this.do(async () => {
      await deed();
      notice(t(words));
    });
  }

  render() {
    const {queue} = this.space;
    return this.failure ? failed(this.failure, () => this.reload()) : queue.length === 0 ? empty(t('inbox.empty'), t('inbox.emptyHint')) : html`
      <div class="inbox">
        <nav aria-label=${t('space.inbox')}><ul class="plain">${queue.map(item => html`<li>
          <button type="button" class="quiet" aria-current=${item === this.chosen ? 'true' : 'false'} @click=${() => this.choose(item)}>
            <span class=${item.conflict ? 'badge strong' : 'badge'}>${t(item.conflict ? 'inbox.conflict' : 'inbox.update')}</span>
            ${within('/files/', item.href)}</button></li>`)}</ul></nav>
        <section aria-live="polite">${this.sides ? this.decision() : loading()}</section>
      </div>`;
  }

  decision() {
    const [ours, theirs] = this.sides;
    const {chosen} = this;
    return html`
      <h2>${within('/files/', chosen.href)}</h2>
      <p>${t(chosen.conflict ? 'inbox.conflictHint' : 'inbox.updateHint')}</p>
      <dl class="sides">
        <dt>${titleOf(this.space)}</dt><dd>${this.side(ours)}</dd>
        <dt>${this.parent ? titleOf(this.parent) : t('inbox.theirs')}</dt><dd>${this.side(theirs)}</dd>
      </dl>
      ${this.space.mayWrite ? html`<div class="tools">
        <button type="button" class="main" @click=${this.take} ?disabled=${!this.parent}>${t('inbox.take')}</button>
        ${ours ? html`<button type="button" @click=${this.stay}>${t('inbox.stay')}</button>
          <label class="button">${t('inbox.join')}<input type="file" @change=${this.join}></label>` : nothing}
      </div>` : nothing}
      ${!ours ? html`<p>${t('inbox.notHere')}</p>` : !this.found ? loading() : shown(this.found, {
        sides: this.sides,
        type: theirs?.type,
        name: nameOfHref(chosen.href),
        unfold: stretch => {
          const {text} = this.found;
          this.found = {...this.found, text: {...text, stretches: unfolded(text.stretches, stretch)}};
        },
      })}`;
  }

  side(side) {
    return side ? html`${side.id}, ${side.author}, <span title=${exactTime(side.time)}>${time(side.time)}</span>
      <a href=${side.url} download=${nameOfHref(this.chosen.href)}>${t('action.download')}</a>` : t('inbox.nothing');
  }
}

customElements.define('tm-inbox', Inbox);
