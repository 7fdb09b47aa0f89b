// @ts-check
/**
 * Events on the map: symbols, pies, uncertainty, movements; and what lies under the
 * pointer.
 */

import { canvasOverlay } from './canvas_overlay.js';
import { ClusterCounts, clustersAt } from './cluster.js';
import { THEMES } from './palette.js';
import { drawPie, drawSymbol, pieRadius, radiusOf } from './symbols.js';
import { drawExtent, drawMovements, drawGhosts, metresToPixels } from './uncertainty.js';

const RINGS_FROM_ZOOM = 6;
const MOST_RINGS = 400;
const WIDEST_RING_PIXELS = 180; // wider ones are drawn when the event is pointed at

const MOST_ARROWS = 80;
const HIT_SLACK = 4; // pixels around a symbol that still count as on it

/**
 * @typedef {{x: number, y: number, radius: number, cluster: number, event: number, count: number}} Drawn
 */

export class EventLayer {
  /**
   * @param {any} L
   * @param {import('./events.js').Events} events
   * @param {() => import('./state.js').State} getState
   * @param {() => import('./filter.js').Filtered} getFiltered
   */
  constructor(L, events, getState, getFiltered) {
    this.events = events;
    this.getState = getState;
    this.getFiltered = getFiltered;
    /** @type {Map<number, ClusterCounts>} */
    this.counts = new Map();
    /** @type {Drawn[]} */
    this.drawn = [];
    this.layer = canvasOverlay(L, 'overlayPane', (frame) => this.draw(frame));
  }

  /** @param {number} zoom */
  countsAt(zoom) {
    const level = Math.round(zoom);
    let counts = this.counts.get(level);
    if (!counts) {
      counts = new ClusterCounts(clustersAt(this.events, level), this.events.types.length);
      this.counts.set(level, counts);
    }
    return counts;
  }

  /** @param {import('./canvas_overlay.js').Frame} frame */
  draw(frame) {
    const state = this.getState();
    const theme = THEMES[state.theme];
    const counts = this.countsAt(frame.zoom);
    counts.update(this.events, this.getFiltered().mask);
    this.frame = frame;
    this.place(frame, counts);
    if (frame.zoom >= RINGS_FROM_ZOOM) this.drawRings(frame, counts, theme);
    this.drawArrows(frame, theme);
    this.drawAll(frame, counts, theme);
    if (state.hover >= 0 && state.hover !== state.selection) {
      this.drawFocus(frame, state.hover, theme, false);
    }
    if (state.selection >= 0) this.drawFocus(frame, state.selection, theme, true);
  }

  /** Positions of everything in view, all copies of the world. */
  place(/** @type {import('./canvas_overlay.js').Frame} */ frame, /** @type {ClusterCounts} */ counts) {
    const { clusters, total, member } = counts;
    const { scale, left, top, width, height } = frame;
    const margin = 40;
    /** @type {Drawn[]} */
    const drawn = [];
    const firstCopy = Math.floor((left - margin) / scale);
    const lastCopy = Math.floor((left + width + margin) / scale);
    for (let copy = firstCopy; copy <= lastCopy; copy += 1) {
      for (let id = 0; id < clusters.count; id += 1) {
        const count = total[id];
        if (!count) continue;
        const only = member[id];
        const wx = count === 1 ? this.events.wx[only] : clusters.x[id];
        const wy = count === 1 ? this.events.wy[only] : clusters.y[id];
        const x = (wx + copy) * scale - left;
        const y = wy * scale - top;
        if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
        const radius =
          count === 1 ? radiusOf(this.events.size[only], this.events.largest) : pieRadius(count);
        drawn.push({ x, y, radius, cluster: id, event: count === 1 ? only : -1, count });
      }
    }
    // Big ones first, so that small ones stay reachable on top.
    drawn.sort((a, b) => b.radius - a.radius || a.cluster - b.cluster);
    this.drawn = drawn;
  }

  /** Extents of lone events, and of stacks at a region's label point. @param {import('./canvas_overlay.js').Frame} frame @param {ClusterCounts} counts @param {any} theme */
  drawRings(frame, counts, theme) {
    let rings = 0;
    for (const item of this.drawn) {
      const isRegion = counts.clusters.single[item.cluster] && counts.coarse[item.cluster] === item.count;
      if (item.event < 0 && !isRegion) continue;
      const event = counts.member[item.cluster];
      if (rings >= MOST_RINGS) break;
      // A ring round half the map tells nothing until it is asked for.
      if (!this.events.shapeOf(event) && this.extentPixels(event) > WIDEST_RING_PIXELS) continue;
      rings += 1;
      drawExtent(frame, this.events, event, item.x, item.y, theme, false);
    }
  }

  /** Movements of the events that stand alone. @param {import('./canvas_overlay.js').Frame} frame @param {any} theme */
  drawArrows(frame, theme) {
    let arrows = 0;
    for (const { event } of this.drawn) {
      if (event < 0 || !this.events.payload.events.moves[event].length) continue;
      arrows += 1;
      if (arrows > MOST_ARROWS) return;
      drawMovements(frame, this.events, event, theme, false);
    }
  }

  /** @param {import('./canvas_overlay.js').Frame} frame @param {ClusterCounts} counts @param {any} theme */
  drawAll(frame, counts, theme) {
    const c = frame.context;
    const { types } = counts;
    for (const item of this.drawn) {
      if (item.event >= 0) {
        drawSymbol(c, item.x, item.y, this.symbol(item.event, item.radius), theme);
        continue;
      }
      const from = item.cluster * types;
      const shares = counts.byType.subarray(from, from + types);
      const look = {
        isStack: counts.clusters.single[item.cluster] === 1,
        isCoarse: counts.coarse[item.cluster] === item.count,
      };
      drawPie(c, item.x, item.y, shares, item.count, look, theme);
    }
  }

  /** @param {number} event @param {number} radius */
  symbol(event, radius) {
    const { events } = this;
    return {
      type: events.type[event],
      radius,
      prec: events.prec[event],
      status: events.status[event],
      disputed: events.disputed[event] === 1,
      confidence: events.confidence[event],
    };
  }

  /**
   * @param {import('./canvas_overlay.js').Frame} frame
   * @param {number} event @param {any} theme @param {boolean} isSelected
   */
  drawFocus(frame, event, theme, isSelected) {
    const { events } = this;
    drawMovements(frame, events, event, theme, true);
    if (events.place[event] < 0) return;
    const x = events.wx[event] * frame.scale - frame.left;
    const y = events.wy[event] * frame.scale - frame.top;
    drawExtent(frame, events, event, x, y, theme, true);
    if (!isSelected) return;
    drawGhosts(frame, events, event, x, y, theme);
    const radius = radiusOf(events.size[event], events.largest);
    const c = frame.context;
    drawSymbol(c, x, y, this.symbol(event, radius), theme);
    c.beginPath();
    c.arc(x, y, radius + 4, 0, Math.PI * 2);
    c.strokeStyle = theme.select;
    c.lineWidth = 2;
    c.stroke();
  }

  /**
   * What lies under a point of the canvas, topmost first.
   * @param {number} x @param {number} y
   * @returns {Drawn|null}
   */
  hit(x, y) {
    for (let k = this.drawn.length - 1; k >= 0; k -= 1) {
      const item = this.drawn[k];
      const reach = item.radius + HIT_SLACK;
      if ((item.x - x) ** 2 + (item.y - y) ** 2 <= reach * reach) return item;
    }
    return null;
  }

  /** Events of a cluster that pass the filter, in order of time. @param {number} cluster */
  members(cluster) {
    const { of } = this.countsAt(this.frame?.zoom ?? 0).clusters;
    const { mask } = this.getFiltered();
    /** @type {number[]} */
    const members = [];
    for (let i = 0; i < of.length; i += 1) if (of[i] === cluster && mask[i]) members.push(i);
    return members;
  }

  /** @param {number} event pixels of its uncertainty at the present zoom */
  extentPixels(event) {
    const frame = this.frame;
    return frame ? metresToPixels(this.events.radius[event], this.events.wy[event], frame.scale) : 0;
  }

  redraw() {
    this.layer.redraw();
  }
}
