/**
 * The history of a document: its revisions, newest first, with the graph of its branches, and what can be done with each.
 * @module
 */

import {html, nothing} from 'lit';
import {isText} from '../compare/file.js';
import {about, checkouts, revisions} from '../dav/revisions.js';
import {checkoutList} from '../history/checkouts.js';
import * as deeds from '../history/deeds.js';
import {graphRow, graphWidth} from '../history/graph.js';
import {layOut} from '../history/lanes.js';
import {menu} from '../history/menu.js';
import '../history/slider.js';
import {notice} from '../parts/notices.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {titleOf, trail} from '../parts/trail.js';
import {addressOf, go} from '../router.js';
import {exactTime, reason, size, t, time} from '../texts.js';

const PAGE = 200;
const PRIMARY = 'primary';

class History extends Screen {
  static properties = {about: {state: true}, revisions: {state: true}, checkouts: {state: true}, chosen: {state: true},
    sliding: {state: true}};

  async load() {
    this.about = undefined;
    this.chosen = [];
    this.sliding = false;
    this.limit = Number(this.query.get('limit')) || PAGE;
    this.name(titleOf(this.href, 'history'));
    await this.look();
  }

  /** Fetches all anew, and shows the old meanwhile. */
  async look() {
    const {href, signal, limit} = this;
    const known = await about(href, {signal});
    if (known.versioned && !known.folder) {
      const [all, out] = await Promise.all([revisions(href, {limit, signal}), checkouts(href, {signal})]);
      this.revisions = all.reverse();
      this.checkouts = out;
      this.graph = layOut(this.revisions.map(({revision, predecessors, mergedFrom}) => ({
        id: revision, predecessors: [...new Set([...predecessors, ...mergedFrom])],
      })));
    }
    this.about = known;
  }

  updated() {
    this.style.setProperty('--graph', `${graphWidth(this.graph?.width ?? 1)}px`);
  }

  /** Does something with a revision, and shows what has become of it. */
  async do(deed) {
    try {
      if (await deed() !== false) {
        await this.look();
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        notice(reason(failure), {bad: true});
      }
    }
  }

  /** Chooses a revision or not; of three, the one that was chosen first is let go. */
  choose(revision, wanted) {
    const others = this.chosen.filter(other => other !== revision);
    this.chosen = wanted ? [...others, revision].slice(-2) : others;
  }

  /** What is chosen, older first. */
  get pair() {
    return this.revisions.filter(({revision}) => this.chosen.includes(revision)).reverse();
  }

  render() {
    return html`
      ${trail(this.href, 'history')}
      ${this.failure ? failed(this.failure, () => this.reload()) : this.about ? this.content() : loading()}`;
  }

  content() {
    if (this.about.folder) {
      return empty(t('history.folder'), t('history.folderHint'));
    }
    if (!this.about.versioned) {
      return html`${empty(t('history.none'), t('history.noneHint'))}
        ${this.may ? html`<p class="middle"><button type="button" class="main"
          @click=${() => this.do(() => deeds.keep(this.href))}>${t('action.version')}</button></p>` : nothing}`;
    }
    return html`
      ${checkoutList(this.checkouts, this.user, deed => this.do(deed))}
      <div class="tools">
        <button type="button" ?disabled=${this.chosen.length !== 2} @click=${this.compareChosen}>${t('history.compare')}</button>
        ${this.mainLine.length > 1 && isText(this.about.type) ? html`<button type="button" aria-pressed=${this.sliding ? 'true' : 'false'}
          @click=${() => { this.sliding = !this.sliding; }}>${t('history.slide')}</button>` : nothing}
        <span class="count" role="status">${this.said()}</span>
      </div>
      ${this.sliding ? html`<tm-slider .href=${this.href} .revisions=${this.mainLine}></tm-slider>` : nothing}
      ${this.table()}
      ${this.revisions.length === this.limit
        ? html`<p class="middle"><a class="button" href=${addressOf('history', this.href, {limit: this.limit * 5})}>
            ${t('history.older')}</a></p>` : nothing}`;
  }

  /** The versions of the primary branch, the oldest first. */
  get mainLine() {
    if (this.lineOf !== this.revisions) {
      this.lineOf = this.revisions;
      this.line = this.revisions.filter(({branch}) => branch === PRIMARY).reverse();
    }
    return this.line;
  }

  said() {
    const [older, newer] = this.pair;
    return newer ? t('history.chosen', {older: older.revision, newer: newer.revision})
      : t('history.choose', {count: this.revisions.length});
  }

  compareChosen() {
    const [older, newer] = this.pair;
    go(this.comparing(older.revision, newer.revision));
  }

  comparing(older, newer) {
    return addressOf('compare', this.href, {from: `revision:${older}`, to: `revision:${newer}`});
  }

  get may() {
    return this.about.may.has('write') || this.about.may.has('write-content');
  }

  table() {
    const width = graphWidth(this.graph.width);
    return html`
      <div class="wide"><table class="revisions">
        <thead><tr>
          <th scope="col" class="drawn"><span class="hidden">${t('history.graph')}</span></th>
          <th scope="col"><span class="hidden">${t('history.choice')}</span></th>
          <th scope="col">${t('history.version')}</th><th scope="col">${t('history.comment')}</th>
          <th scope="col">${t('folder.author')}</th><th scope="col">${t('history.when')}</th>
          <th scope="col">${t('folder.size')}</th><th scope="col"><span class="hidden">${t('action.more')}</span></th></tr></thead>
        <tbody>${this.revisions.map((revision, i) => this.row(revision, graphRow(this.graph.rows[i], width)))}</tbody>
      </table></div>`;
  }

  row(revision, drawn) {
    const id = revision.revision;
    const [older, newer] = this.pair;
    return html`
      <tr aria-selected=${this.chosen.includes(id) ? 'true' : 'false'}>
        <td class="drawn">${drawn}</td>
        <td><input type="checkbox" aria-label=${t('history.select', {revision: id})} .checked=${this.chosen.includes(id)}
          @change=${event => this.choose(id, event.target.checked)}></td>
        <th scope="row">${id}
          ${id === this.about.revision ? html`<span class="badge strong">${t('history.shown')}</span>` : nothing}
          ${newer && older.revision === id ? html`<span class="badge">${t('history.isOlder')}</span>` : nothing}
          ${newer?.revision === id ? html`<span class="badge">${t('history.isNewer')}</span>` : nothing}
          ${revision.branch === PRIMARY ? nothing : html`<span class="badge">${t('history.branch', {branch: revision.branch})}</span>`}
          ${revision.labels.map(label => html`<span class="badge label">${label}</span>`)}
          <span class="follows">${this.follows(revision)}</span></th>
        <td>${revision.comment}</td>
        <td>${revision.author}</td>
        <td title=${exactTime(revision.time)}>${time(revision.time)}</td>
        <td class="number">${size(revision.size)}</td>
        <td>${menu(t('history.moreFor', {revision: id}), this.entries(revision))}</td>
      </tr>`;
  }

  follows({predecessors, mergedFrom}) {
    const parts = [
      predecessors.length > 0 && t('history.follows', {revisions: predecessors.join(', ')}),
      mergedFrom.length > 0 && t('history.merged', {revisions: mergedFrom.join(', ')}),
    ];
    return parts.filter(Boolean).join('; ');
  }

  /** What can be done with a revision by who looks. */
  entries(revision) {
    const {href, about: {revision: shown, name}} = this;
    const id = revision.revision;
    const newest = branch => this.revisions.find(other => other.branch === branch)?.revision;
    const entry = (words, deed) => ({words, act: () => this.do(deed)});
    const reading = [
      {words: t('action.download'), href: revision.href, download: name},
      id !== shown && {words: t('history.compareShown'), href: this.comparing(id, shown)},
      revision.predecessors.length > 0
        && {words: t('history.comparePrevious', {revision: revision.predecessors[0]}),
          href: this.comparing(revision.predecessors[0], id)},
    ];
    const writing = !this.may ? [] : [
      id !== shown && entry(t('history.restore'), () => deeds.restore(href, id)),
      id !== shown && entry(t('history.setDefault'), () => deeds.show(href, id === newest(PRIMARY) ? '' : id)),
      entry(t('history.label'), () => deeds.label(href, id)),
      ...revision.labels.map(label => entry(t('history.unlabel', {label}), () => deeds.unlabel(href, id, label))),
      entry(t('history.setComment'), () => deeds.say(href, revision)),
      entry(t('history.makeBranch'), () => deeds.makeBranch(href, id)),
      this.revisions.length > 1 && entry(t('history.merge'), () => deeds.noteMerge(href, revision, this.revisions)),
      id === newest(revision.branch) && entry(t('history.checkOut'), () => deeds.checkOut(href, id)),
    ];
    return [...reading, ...writing].filter(Boolean);
  }
}

customElements.define('tm-history', History);
