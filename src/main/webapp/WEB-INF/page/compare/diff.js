/**
 * What differs between two sequences, by Myers' algorithm ("An O(ND) Difference Algorithm", 1986), in bounded time: where two texts
 * have little in common, it takes the way that has come furthest and goes on from there. The answer is always right, and as short
 * as it can be where fewer than `patience` edits follow one another.
 * @module
 */

const PATIENCE = 512;

/**
 * @typedef {{kind: 'same'|'removed'|'added', count: number}} Run so many elements: of both, of the first alone, of the second alone
 */

/**
 * How to get from one sequence to the other.
 * @param {string[]} before
 * @param {string[]} after
 * @returns {Run[]}
 */
export function diff(before, after, patience = PATIENCE) {
  const numbers = new Map();
  const numbered = text => numbers.get(text) ?? numbers.set(text, numbers.size).get(text);
  const a = Int32Array.from(before, numbered);
  const b = Int32Array.from(after, numbered);
  const runs = [];
  const add = (kind, count) => {
    const last = runs.at(-1);
    if (count > 0 && last?.kind === kind) {
      last.count += count;
    } else if (count > 0) {
      runs.push({kind, count});
    }
  };
  let end = 0;
  while (end < a.length && end < b.length && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  let i = 0;
  let j = 0;
  while (i < a.length - end || j < b.length - end) {
    for (const {kind, count} of reach(a.subarray(i, a.length - end), b.subarray(j, b.length - end), patience)) {
      add(kind, count);
      i += kind === 'added' ? 0 : count;
      j += kind === 'removed' ? 0 : count;
    }
  }
  add('same', end);
  return runs;
}

/** The runs of the shortest way to the end, or of the way that is furthest after `patience` edits. */
function reach(a, b, patience) {
  const most = Math.min(a.length + b.length, patience);
  const middle = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const before = [];
  for (let d = 0; d <= most; d++) {
    before.push(furthest.slice(middle - d - 1, middle + d + 2));
    let best = {sum: -1, k: 0, x: 0};
    for (let k = -d; k <= d; k += 2) {
      let x = comesDown(furthest, middle, k, d) ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
      if (d === 0) {
        x = 0;
      }
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) {
        x++;
      }
      furthest[middle + k] = x;
      if (x <= a.length && x - k <= b.length && 2 * x - k > best.sum) {
        best = {sum: 2 * x - k, k, x};
      }
    }
    if (best.sum === a.length + b.length || d === most) {
      return wayTo(best, d, before);
    }
  }
  return [];
}

function comesDown(furthest, middle, k, d) {
  return k === -d || (k !== d && furthest[middle + k - 1] < furthest[middle + k + 1]);
}

/** Goes back from a point by what was furthest before each edit. */
function wayTo({k, x}, edits, before) {
  const way = [];
  for (let d = edits; d > 0; d--) {
    const middle = d + 1;
    const down = comesDown(before[d], middle, k, d);
    const from = down ? k + 1 : k - 1;
    const start = before[d][middle + from];
    way.push({kind: 'same', count: x - (down ? start : start + 1)}, {kind: down ? 'added' : 'removed', count: 1});
    k = from;
    x = start;
  }
  way.push({kind: 'same', count: x});
  return way.reverse();
}

/** A text's lines, without what ends them. */
export function lines(text) {
  const all = text.split(/\r\n|\n|\r/);
  if (all.at(-1) === '') {
    all.pop();
  }
  return all;
}

/** A line's words, spaces and signs. */
export function words(line) {
  return line.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}
