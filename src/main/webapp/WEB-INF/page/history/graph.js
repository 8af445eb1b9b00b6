/**
 * Draws one row of the graph beside a revision. What it shows, the row says in words, too.
 * @module
 */

import {svg} from 'lit';

const STEP = 14;
const MARGIN = 10;

/** How many pixels a graph of so many lanes needs. */
export function graphWidth(lanes) {
  return 2 * MARGIN + (lanes - 1) * STEP;
}

/**
 * One row's part of the graph.
 * @param {import('./lanes.js').Row} row
 * @param {number} width of the whole graph, in pixels
 */
export function graphRow({lane, above, below}, width) {
  const x = at => MARGIN + at * STEP;
  const line = (from, to, top, bottom, at) => svg`
    <line class="lane lane-${at % 6}" x1=${x(from)} y1=${top} x2=${x(to)} y2=${bottom}></line>`;
  return svg`
    <svg class="graph" aria-hidden="true" width=${width}>
      ${above.map(([from, to]) => line(from, to, '0', '50%', from))}
      ${below.map(([from, to]) => line(from, to, '50%', '100%', to))}
      <circle class="lane-${lane % 6}" cx=${x(lane)} cy="50%" r="4.5"></circle>
    </svg>`;
}
