/**
 * What differs between two states of a file or of a folder. Both states are in the address.
 * @module
 */

import {html, nothing} from 'lit';
import {compare} from '../dav/history.js';
import {about} from '../dav/revisions.js';
import {compareFile} from '../compare/file.js';
import {found as shown} from '../compare/shown.js';
import {unfolded} from '../compare/text.js';
import {fromField, stateOf, stateWords, toField} from '../history/states.js';
import {Screen} from '../parts/screen.js';
import {empty, failed, loading} from '../parts/states.js';
import {titleOf, trail, within} from '../parts/trail.js';
import {addressOf, go} from '../router.js';
import {size, t} from '../texts.js';

const PAGE = 200;

class Compare extends Screen {
  static properties = {differences: {state: true}, next: {state: true}, found: {state: true}, sides: {state: true}};

  async load() {
    this.name(titleOf(this.href, 'compare'));
    this.differences = undefined;
    this.found = undefined;
    [this.from, this.to] = ['from', 'to'].map(side => stateOf(this.query.get(side)));
    this.folder = this.href.endsWith('/');
    if (this.folder && !this.query.get('from')) {
      return;
    }
    await this.more();
    if (!this.folder && this.differences.length > 0) {
      await this.lookInside();
    }
  }

  /** Fetches a page of differences. */
  async more() {
    const {href, from, to, signal} = this;
    const page = await compare(href, {from, to, limit: PAGE, after: this.differences && this.next, signal});
    this.differences = [...this.differences ?? [], ...page.differences];
    this.next = page.next;
  }

  async lookInside() {
    const [one] = this.differences;
    if (!one.old || !one.new || !one.old.kept || !one.new.kept) {
      return;
    }
    const {revisionUrl} = await about(this.href, {signal: this.signal});
    this.sides = [this.side(this.from, one.old, revisionUrl), this.side(this.to, one.new, revisionUrl)];
    this.found = await compareFile(...this.sides, one.type, this.signal);
  }

  /** Where a side's content is. */
  side(state, {revision, size: bytes, tag}, revisionUrl) {
    const href = state.href ?? this.href;
    const named = state.href || state.now ? '' : revision;
    return {href, revision: named, url: named ? revisionUrl.replace(/[^/]*$/, encodeURIComponent(named)) : href, size: bytes, tag};
  }

  choose(event) {
    event.preventDefault();
    const {from, to} = Object.fromEntries(new FormData(event.target));
    const time = at => (at ? `time:${fromField(at)}` : '');
    go(addressOf('compare', this.href, {from: time(from), to: time(to)}));
  }

  unfold(stretch) {
    const {text} = this.found;
    this.found = {...this.found, text: {...text, stretches: unfolded(text.stretches, stretch)}};
  }

  render() {
    return html`
      ${trail(this.href, 'compare')}
      ${this.folder ? this.chooser() : nothing}
      ${this.failure ? failed(this.failure, () => this.reload()) : this.content()}`;
  }

  chooser() {
    return html`
      <form class="fields" @submit=${this.choose}>
        <label>${t('compare.from')} <input type="datetime-local" name="from" step="1" required .value=${toField(this.from?.time)}></label>
        <label>${t('compare.to')} <input type="datetime-local" name="to" step="1" .value=${toField(this.to?.time)}></label>
        <button class="main">${t('aspect.compare')}</button>
      </form>
      <p class="hint">${t('compare.toHint')}</p>`;
  }

  content() {
    if (this.folder && !this.query.get('from')) {
      return empty(t('compare.start'));
    }
    return html`
      <dl class="sides">
        <dt>${t('compare.older')}</dt><dd>${stateWords(this.from)}</dd>
        <dt>${t('compare.newer')}</dt><dd>${stateWords(this.to)}</dd>
      </dl>
      ${!this.differences ? loading() : this.differences.length === 0 ? empty(t('compare.none'), t('compare.noneHint'))
        : this.folder ? this.list() : this.file(this.differences[0])}`;
  }

  file(one) {
    if (!one.old || !one.new) {
      return empty(t(one.old ? 'compare.isGone' : 'compare.isNew'));
    }
    if (!one.old.kept || !one.new.kept) {
      return empty(t('compare.notKept'), t('compare.notKeptHint'));
    }
    return !this.found ? loading() : html`
      ${one.from ? html`<p>${t('compare.moved', {from: within('', one.from)})}</p>` : nothing}
      ${shown(this.found, {
        sides: this.sides, type: one.type, name: within('', this.href).split('/').pop(), unfold: stretch => this.unfold(stretch),
      })}`;
  }

  list() {
    return html`
      <div class="wide"><table>
        <thead><tr><th scope="col">${t('compare.change')}</th><th scope="col">${t('folder.name')}</th>
          <th scope="col">${t('compare.older')}</th><th scope="col">${t('compare.newer')}</th></tr></thead>
        <tbody>${this.differences.map(one => this.difference(one))}</tbody>
      </table></div>
      ${this.next ? html`<p class="middle"><button type="button" @click=${() => this.attempt(() => this.more())}>
        ${t('app.more')}</button></p>` : nothing}`;
  }

  difference(one) {
    const name = within(this.href, one.href);
    const address = addressOf('compare', one.href, {from: this.query.get('from'), to: this.query.get('to')});
    const linked = !one.folder && one.old && one.new;
    return html`<tr>
      <td>${t(`difference.${one.difference}`)}</td>
      <td>${linked ? html`<a href=${address}>${name}</a>` : name}
        ${one.from ? html`<span class="hint">${t('what.from', {from: within(this.href, one.from)})}</span>` : nothing}</td>
      ${[one.old, one.new].map(side => html`<td class="number">${side && !one.folder ? size(side.size) : nothing}</td>`)}</tr>`;
  }
}

customElements.define('tm-compare', Compare);
