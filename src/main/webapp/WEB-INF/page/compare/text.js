/**
 * Two texts, line by line: what went, what came, and which words differ in lines that changed.
 * @module
 */

import {html, nothing} from 'lit';
import {t} from '../texts.js';
import {diff, lines, words} from './diff.js';

/** Equal lines around what differs. */
const AROUND = 3;
/** Longer lines are compared as wholes. */
const LONGEST = 2_000;
/** So many rows are drawn at first, and so many more each time that somebody asks. */
const DRAWN = 2_000;
/** A pair of lines with less in common than this part is no change of words, but another line. */
const LIKENESS = 0.4;

/**
 * @typedef {{kind: 'same'|'removed'|'added', old: number, new: number, parts: {text: string, changed: boolean}[]}} Row
 * @typedef {{rows: Row[], folded: boolean, mixed?: boolean}} Stretch folded: shown when somebody asks; mixed: not only equal lines
 */

/**
 * The rows that show two texts, in stretches.
 * @param {string} before
 * @param {string} after
 * @returns {{stretches: Stretch[], removed: number, added: number}}
 */
export function compareTexts(before, after) {
  const [old, fresh] = [lines(before), lines(after)];
  const rows = [];
  let gone = [];
  let come = [];
  const settle = () => {
    rows.push(...pairs(gone, come));
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const {kind, count} of diff(old, fresh)) {
    for (let n = 0; n < count; n++) {
      if (kind === 'same') {
        settle();
        rows.push({kind, old: ++i, new: ++j, parts: whole(fresh[j - 1])});
      } else if (kind === 'removed') {
        gone.push({kind, old: ++i, parts: whole(old[i - 1])});
      } else {
        come.push({kind, new: ++j, parts: whole(fresh[j - 1])});
      }
    }
  }
  settle();
  const counted = kind => rows.filter(row => row.kind === kind).length;
  return {stretches: bounded(stretches(rows)), removed: counted('removed'), added: counted('added')};
}

const whole = text => [{text, changed: false}];

/** Lines that went, then those that came in their place; one with one, as far as they are alike, by words. */
function pairs(gone, come) {
  for (let i = 0; i < Math.min(gone.length, come.length); i++) {
    const [before, after] = [gone[i].parts[0].text, come[i].parts[0].text];
    if (before.length <= LONGEST && after.length <= LONGEST) {
      const [left, right, alike] = byWords(before, after);
      if (alike >= LIKENESS) {
        gone[i].parts = left;
        come[i].parts = right;
      }
    }
  }
  return [...gone, ...come];
}

function byWords(before, after) {
  const [old, fresh] = [words(before), words(after)];
  const [left, right] = [[], []];
  let [i, j, alike] = [0, 0, 0];
  for (const {kind, count} of diff(old, fresh)) {
    const changed = kind !== 'same';
    const text = (kind === 'added' ? fresh.slice(j, j + count) : old.slice(i, i + count)).join('');
    if (kind !== 'added') {
      left.push({text, changed});
      i += count;
    }
    if (kind !== 'removed') {
      right.push({text, changed});
      j += count;
    }
    alike += changed ? 0 : text.trim().length;
  }
  return [left, right, alike / Math.max(before.trim().length, after.trim().length, 1)];
}

function stretches(rows) {
  const near = new Uint8Array(rows.length);
  rows.forEach(({kind}, i) => {
    if (kind !== 'same') {
      near.fill(1, Math.max(0, i - AROUND), i + AROUND + 1);
    }
  });
  const found = [];
  rows.forEach((row, i) => {
    const folded = near[i] === 0;
    if (found.at(-1)?.folded !== folded) {
      found.push({rows: [], folded});
    }
    found.at(-1).rows.push(row);
  });
  return found;
}

/** What is behind as many rows as are drawn at first is folded. */
function bounded(all) {
  let room = DRAWN;
  const end = all.findIndex(({rows, folded}) => {
    room -= folded ? 0 : rows.length;
    return room < 0;
  });
  if (end < 0) {
    return all;
  }
  const {rows} = all[end];
  const rest = [...rows.slice(rows.length + room), ...all.slice(end + 1).flatMap(stretch => stretch.rows)];
  return [...all.slice(0, end), {rows: rows.slice(0, rows.length + room), folded: false}, {rows: rest, folded: true, mixed: true}];
}

/**
 * The stretches with a folded one, or the beginning of a long one, unfolded.
 * @param {Stretch[]} all
 * @param {Stretch} wanted
 */
export function unfolded(all, wanted) {
  return all.flatMap(stretch => (stretch !== wanted ? [stretch] : [
    {rows: wanted.rows.slice(0, DRAWN), folded: false},
    {...wanted, rows: wanted.rows.slice(DRAWN)},
  ].filter(({rows}) => rows.length > 0)));
}

/**
 * Shows them.
 * @param {Stretch[]} stretches
 * @param {(stretch: Stretch) => void} unfold
 */
export function textTable(stretches, unfold) {
  return html`
    <div class="wide"><table class="diff">
      <caption class="hidden">${t('compare.lines')}</caption>
      <thead class="hidden"><tr><th scope="col">${t('compare.oldLine')}</th><th scope="col">${t('compare.newLine')}</th>
        <th scope="col">${t('compare.change')}</th><th scope="col">${t('compare.text')}</th></tr></thead>
      ${stretches.map(stretch => html`<tbody>${stretch.folded
        ? html`<tr class="fold"><td colspan="4"><button type="button" class="quiet" @click=${() => unfold(stretch)}>
            ${t(stretch.mixed ? 'compare.further' : 'compare.equal', {count: stretch.rows.length})}</button></td></tr>`
        : stretch.rows.map(row)}</tbody>`)}
    </table></div>`;
}

const SIGNS = {same: '', removed: '−', added: '+'};

function row({kind, old, new: fresh, parts}) {
  const text = parts.map(part => (part.changed
    ? kind === 'removed' ? html`<del>${part.text}</del>` : html`<ins>${part.text}</ins>` : part.text));
  return html`<tr class=${kind}><td class="line">${old ?? nothing}</td><td class="line">${fresh ?? nothing}</td>
    <td class="sign"><span aria-hidden="true">${SIGNS[kind]}</span>
      ${kind === 'same' ? nothing : html`<span class="hidden">${t(`compare.${kind}`)}</span>`}</td>
    <td class="text">${text}</td></tr>`;
}
