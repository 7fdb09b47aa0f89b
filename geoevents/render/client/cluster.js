// @ts-check
/**
 * Groups of events that would overlap at a zoom level. Membership and position
 * depend on the zoom alone, not on the filter, so nothing jumps while a range plays:
 * only counts change. Computed once per zoom, counted on every redraw.
 */

import { COARSE } from './events.js';

export const CELL_PIXELS = 44;
const TILE_PIXELS = 256;

/**
 * @typedef {object} Clusters
 * @property {number} count
 * @property {Int32Array} of     cluster of each event, -1 when it has no place
 * @property {Float64Array} x    centre, world units 0..1
 * @property {Float64Array} y
 * @property {Uint8Array} single 1 when all members share one point
 */

/**
 * Members per grid cell of the world at this zoom.
 * @param {import('./events.js').Events} events
 * @param {number} cells cells along one side of the world
 */
function gridCells(events, cells) {
  const of = new Int32Array(events.count).fill(-1);
  const ids = new Map();
  for (let i = 0; i < events.count; i += 1) {
    if (events.place[i] < 0) continue;
    const key = Math.floor(events.wx[i] * cells) * 67108864 + Math.floor(events.wy[i] * cells);
    let id = ids.get(key);
    if (id === undefined) {
      id = ids.size;
      ids.set(key, id);
    }
    of[i] = id;
  }
  return { of, ids };
}

/**
 * @param {import('./events.js').Events} events
 * @param {Int32Array} of
 * @param {number} count
 */
function centres(events, of, count) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const n = new Uint32Array(count);
  for (let i = 0; i < events.count; i += 1) {
    const id = of[i];
    if (id < 0) continue;
    x[id] += events.wx[i];
    y[id] += events.wy[i];
    n[id] += 1;
  }
  for (let id = 0; id < count; id += 1) {
    x[id] /= n[id];
    y[id] /= n[id];
  }
  return { x, y, n };
}

/**
 * Join cells whose centres lie closer than a symbol is wide, big ones first.
 * @param {Map<number, number>} ids
 * @param {{x: Float64Array, y: Float64Array, n: Uint32Array}} cells
 * @param {number} reach in world units
 */
function joinNeighbours(ids, cells, reach) {
  const target = new Int32Array(ids.size).fill(-1);
  const keyOf = new Float64Array(ids.size);
  for (const [key, id] of ids) keyOf[id] = key;
  const order = Uint32Array.from(cells.n.keys()).sort((a, b) => cells.n[b] - cells.n[a] || a - b);
  for (const id of order) {
    if (target[id] >= 0) continue;
    target[id] = id;
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const other = ids.get(keyOf[id] + dx * 67108864 + dy);
        if (other === undefined || target[other] >= 0) continue;
        const gap = Math.hypot(cells.x[id] - cells.x[other], cells.y[id] - cells.y[other]);
        if (gap < reach) target[other] = id;
      }
    }
  }
  return target;
}

/**
 * @param {import('./events.js').Events} events
 * @param {number} zoom
 * @returns {Clusters}
 */
export function clustersAt(events, zoom) {
  const pixels = TILE_PIXELS * 2 ** zoom;
  const cells = Math.max(1, Math.round(pixels / CELL_PIXELS));
  const grid = gridCells(events, cells);
  const middles = centres(events, grid.of, grid.ids.size);
  const target = joinNeighbours(grid.ids, middles, (CELL_PIXELS * 0.8) / pixels);
  for (let i = 0; i < events.count; i += 1) {
    if (grid.of[i] >= 0) grid.of[i] = target[grid.of[i]];
  }
  const { x, y } = centres(events, grid.of, grid.ids.size);
  return { count: grid.ids.size, of: grid.of, x, y, single: samePoint(events, grid.of, x, y) };
}

/**
 * @param {import('./events.js').Events} events
 * @param {Int32Array} of
 * @param {Float64Array} x
 * @param {Float64Array} y
 */
function samePoint(events, of, x, y) {
  const single = new Uint8Array(x.length).fill(1);
  const tolerance = 1e-9;
  for (let i = 0; i < events.count; i += 1) {
    const id = of[i];
    if (id < 0) continue;
    const isThere =
      Math.abs(events.wx[i] - x[id]) < tolerance && Math.abs(events.wy[i] - y[id]) < tolerance;
    if (!isThere) single[id] = 0;
  }
  return single;
}

/**
 * Counts per cluster and type of the events that pass; reuses its arrays.
 */
export class ClusterCounts {
  /** @param {Clusters} clusters @param {number} types */
  constructor(clusters, types) {
    this.clusters = clusters;
    this.types = types;
    this.total = new Uint32Array(clusters.count);
    this.byType = new Uint32Array(clusters.count * types);
    this.member = new Int32Array(clusters.count);
    /** How many lie at a region's label point rather than at a place. */
    this.coarse = new Uint32Array(clusters.count);
  }

  /** @param {import('./events.js').Events} events @param {Uint8Array} mask */
  update(events, mask) {
    const { of } = this.clusters;
    const { total, byType, member, coarse, types } = this;
    total.fill(0);
    coarse.fill(0);
    byType.fill(0);
    for (let i = 0; i < events.count; i += 1) {
      if (!mask[i]) continue;
      const id = of[i];
      if (id < 0) continue;
      total[id] += events.weight[i];
      byType[id * types + events.type[i]] += events.weight[i];
      member[id] = i;
      if (events.prec[i] >= COARSE) coarse[id] += events.weight[i];
    }
  }
}
