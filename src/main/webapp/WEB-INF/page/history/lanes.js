/**
 * Lanes for the graph of revisions, as version control draws them: each row has a dot, and lines that lead on to predecessors below.
 * @module
 */

/**
 * @typedef {object} Row
 * @property {number} lane where its dot is, from 0
 * @property {[number, number][]} above lines from a lane at the row's upper edge to a lane at its middle
 * @property {[number, number][]} below lines from a lane at the row's middle to a lane at its lower edge
 */

/**
 * Lays out a graph, newest first. A line to a predecessor that is not among the rows goes on to the end.
 * @param {{id: string, predecessors: string[]}[]} nodes no node comes after one of its predecessors
 * @returns {{rows: Row[], width: number}} width: how many lanes there are
 */
export function layOut(nodes) {
  /** The predecessor that each lane leads to; undefined where a lane is free. */
  let wanted = [];
  let width = 0;
  const rows = nodes.map(({id, predecessors}) => {
    const arriving = wanted.flatMap((target, lane) => (target === id ? [lane] : []));
    const lane = arriving[0] ?? free(wanted);
    const passing = wanted.flatMap((target, other) => (target !== undefined && target !== id ? [other] : []));
    const above = [...passing.map(other => [other, other]), ...arriving.map(other => [other, lane])];
    const next = wanted.map(target => (target === id ? undefined : target));
    const below = passing.map(other => [other, other]);
    predecessors.forEach((target, order) => {
      const known = next.indexOf(target);
      const to = order === 0 || (known < 0 && next[lane] === undefined) ? lane : known >= 0 ? known : free(next);
      next[to] = target;
      below.push([lane, to]);
    });
    width = Math.max(width, lane + 1, next.length);
    wanted = next;
    return {lane, above, below};
  });
  return {rows, width};
}

function free(lanes) {
  const found = lanes.indexOf(undefined);
  return found >= 0 ? found : lanes.length;
}
