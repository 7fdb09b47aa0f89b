// @ts-check
/**
 * How an event looks: area by its figure, fill by its type, inner mark as a second
 * cue, outline by status, hollow where the place is a region or coarser.
 */

import { COARSE } from './events.js';
import { MARK_COLOURS, TYPE_COLOURS, TYPE_MARKS } from './palette.js';

export const SMALLEST_RADIUS = 7;
export const LARGEST_RADIUS = 30;
const PLANNED = new Set([2, 3]); // planned, hypothetical
const DENIED_STATUS = 4;
const HISTORICAL = 5;
const FULL_TURN = Math.PI * 2;

/** Area is proportional to the figure; the floor is said in the legend. */
export function radiusOf(/** @type {number} */ size, /** @type {number} */ largest) {
  if (!size || !largest) return SMALLEST_RADIUS;
  return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(size / largest));
}

/** Figures for the nested circles of the legend: 1-2-5 steps down from the largest. */
export function legendSizes(/** @type {number} */ largest) {
  if (!largest) return [];
  const power = 10 ** Math.floor(Math.log10(largest));
  const lead = largest / power;
  const top = (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
  const smallest = largest * (SMALLEST_RADIUS / LARGEST_RADIUS) ** 2;
  return [top, top / 5, top / 20].filter((size) => size >= smallest && size >= 1);
}

/** @type {Record<string, (c: CanvasRenderingContext2D, r: number) => void>} */
const MARKS = {
  cross(c, r) {
    c.moveTo(-r, -r);
    c.lineTo(r, r);
    c.moveTo(r, -r);
    c.lineTo(-r, r);
  },
  burst(c, r) {
    for (let k = 0; k < 4; k += 1) {
      const angle = (k * Math.PI) / 4;
      c.moveTo(-Math.cos(angle) * r * 1.15, -Math.sin(angle) * r * 1.15);
      c.lineTo(Math.cos(angle) * r * 1.15, Math.sin(angle) * r * 1.15);
    }
  },
  diamond(c, r) {
    c.moveTo(0, -r * 1.2);
    c.lineTo(r, 0);
    c.lineTo(0, r * 1.2);
    c.lineTo(-r, 0);
    c.closePath();
  },
  flag(c, r) {
    c.moveTo(-r * 0.7, r * 1.2);
    c.lineTo(-r * 0.7, -r * 1.1);
    c.lineTo(r, -r * 0.45);
    c.lineTo(-r * 0.7, r * 0.2);
  },
  bolt(c, r) {
    c.moveTo(r * 0.35, -r * 1.2);
    c.lineTo(-r * 0.6, r * 0.15);
    c.lineTo(r * 0.6, -r * 0.15);
    c.lineTo(-r * 0.35, r * 1.2);
  },
  arrow(c, r) {
    c.moveTo(-r * 1.1, 0);
    c.lineTo(r, 0);
    c.moveTo(r * 0.25, -r * 0.8);
    c.lineTo(r * 1.1, 0);
    c.lineTo(r * 0.25, r * 0.8);
  },
  wave(c, r) {
    for (const y of [-r * 0.45, r * 0.5]) {
      c.moveTo(-r * 1.1, y);
      c.quadraticCurveTo(-r * 0.55, y - r * 0.8, 0, y);
      c.quadraticCurveTo(r * 0.55, y + r * 0.8, r * 1.1, y);
    }
  },
};

/**
 * @param {CanvasRenderingContext2D} c
 * @param {number} x @param {number} y @param {number} radius
 * @param {number} type @param {string} colour
 */
export function drawMark(c, x, y, radius, type, colour) {
  c.save();
  c.translate(x, y);
  c.beginPath();
  MARKS[TYPE_MARKS[type]](c, Math.min(radius * 0.42, 6));
  c.strokeStyle = colour;
  c.lineWidth = radius < 9 ? 1.3 : 1.6;
  c.lineCap = 'round';
  c.lineJoin = 'round';
  c.stroke();
  c.restore();
}

/**
 * @typedef {object} Symbol
 * @property {number} type @property {number} radius @property {number} prec
 * @property {number} status @property {boolean} disputed @property {number} confidence
 */

/**
 * @param {CanvasRenderingContext2D} c
 * @param {number} x @param {number} y @param {Symbol} symbol
 * @param {typeof import('./palette.js').THEMES.light} theme
 */
export function drawSymbol(c, x, y, symbol, theme) {
  const { radius, type } = symbol;
  const isHollow = symbol.prec >= COARSE;
  const colour = TYPE_COLOURS[type];
  c.beginPath();
  c.arc(x, y, radius, 0, FULL_TURN);
  c.globalAlpha = symbol.confidence && symbol.confidence < 40 ? 0.55 : 0.9;
  c.fillStyle = isHollow ? theme.paper : colour;
  c.fill();
  c.globalAlpha = 1;
  if (isHollow) {
    c.beginPath();
    c.arc(x, y, radius - 2, 0, FULL_TURN);
    c.strokeStyle = colour;
    c.lineWidth = 3;
    c.stroke();
    c.beginPath();
    c.arc(x, y, radius, 0, FULL_TURN);
  }
  c.strokeStyle = theme.outline;
  c.lineWidth = 1.3;
  if (PLANNED.has(symbol.status)) c.setLineDash([3, 3]);
  else if (symbol.status === HISTORICAL) c.setLineDash([1, 2.5]);
  c.stroke();
  c.setLineDash([]);
  drawMark(c, x, y, radius, type, isHollow ? theme.label : MARK_COLOURS[type]);
  if (symbol.status === DENIED_STATUS) strike(c, x, y, radius, theme.outline);
  if (symbol.disputed) disputedBadge(c, x + radius * 0.75, y - radius * 0.75, theme);
}

/** @param {CanvasRenderingContext2D} c @param {number} x @param {number} y @param {number} r @param {string} colour */
function strike(c, x, y, r, colour) {
  c.beginPath();
  c.moveTo(x - r * 1.2, y + r * 0.7);
  c.lineTo(x + r * 1.2, y - r * 0.7);
  c.strokeStyle = colour;
  c.lineWidth = 2;
  c.stroke();
}

/** "≠": sources contradict each other. @param {CanvasRenderingContext2D} c @param {number} x @param {number} y @param {any} theme */
export function disputedBadge(c, x, y, theme) {
  c.beginPath();
  c.arc(x, y, 5.5, 0, FULL_TURN);
  c.fillStyle = theme.paper;
  c.fill();
  c.strokeStyle = theme.outline;
  c.lineWidth = 1.1;
  c.stroke();
  c.beginPath();
  c.moveTo(x - 2.6, y - 1.3);
  c.lineTo(x + 2.6, y - 1.3);
  c.moveTo(x - 2.6, y + 1.3);
  c.lineTo(x + 2.6, y + 1.3);
  c.moveTo(x - 1.4, y + 3);
  c.lineTo(x + 1.4, y - 3);
  c.strokeStyle = theme.label;
  c.stroke();
}

/** Radius of a cluster's pie by its count. */
export function pieRadius(/** @type {number} */ count) {
  return 12 + 4.2 * Math.log10(count) + (count > 999 ? 2 : 0);
}

/**
 * Ring of the types inside, count in the middle. A stack (all at one point) has a
 * second edge, a group of nothing but regions a dashed one and a thin ring.
 * @param {CanvasRenderingContext2D} c
 * @param {number} x @param {number} y
 * @param {ArrayLike<number>} counts @param {number} total
 * @param {{isStack: boolean, isCoarse: boolean}} look @param {any} theme
 */
export function drawPie(c, x, y, counts, total, look, theme) {
  const radius = pieRadius(total);
  if (look.isStack) {
    c.beginPath();
    c.arc(x + 3, y + 3, radius, 0, FULL_TURN);
    c.fillStyle = theme.paper;
    c.fill();
    c.strokeStyle = theme.outline;
    c.lineWidth = 1;
    c.stroke();
  }
  let angle = -Math.PI / 2;
  for (let type = 0; type < counts.length; type += 1) {
    if (!counts[type]) continue;
    const next = angle + (FULL_TURN * counts[type]) / total;
    c.beginPath();
    c.moveTo(x, y);
    c.arc(x, y, radius, angle, next);
    c.closePath();
    c.fillStyle = TYPE_COLOURS[type];
    c.fill();
    angle = next;
  }
  c.beginPath();
  c.arc(x, y, radius, 0, FULL_TURN);
  c.strokeStyle = theme.outline;
  c.lineWidth = 1.2;
  if (look.isCoarse) c.setLineDash([3, 3]);
  c.stroke();
  c.setLineDash([]);
  c.beginPath();
  c.arc(x, y, radius - (look.isCoarse ? 3 : 5), 0, FULL_TURN);
  c.fillStyle = theme.paper;
  c.fill();
  c.lineWidth = 0.8;
  c.stroke();
  c.fillStyle = theme.label;
  c.font = `600 ${total > 9999 ? 9.5 : 11}px ${FONT}`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText(shortCount(total), x, y + 0.5);
}

export const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** "940", "1.2k", "34k" @param {number} count */
export function shortCount(count) {
  if (count < 1000) return String(count);
  return count < 9950 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`;
}
