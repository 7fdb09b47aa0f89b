// @ts-check
/**
 * What is not known, drawn: how far around a point the place may lie, the outline of
 * a region, the other places the name could mean, and movements.
 */

import { worldX, worldY } from './events.js';

const EARTH_CIRCUMFERENCE = 40075016.686;
const EXACT = 1;

/** @param {number} metres @param {number} wy world y 0..1 @param {number} scale */
export function metresToPixels(metres, wy, scale) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * wy)));
  return (metres / (EARTH_CIRCUMFERENCE * Math.cos(latitude))) * scale;
}

/**
 * Outline of the event's region where its shape is known, else its radius as a ring.
 * @param {import('./canvas_overlay.js').Frame} frame
 * @param {import('./events.js').Events} events
 * @param {number} event @param {number} x @param {number} y
 * @param {any} theme @param {boolean} isFocused
 */
export function drawExtent(frame, events, event, x, y, theme, isFocused) {
  const c = frame.context;
  const shape = events.shapeOf(event);
  c.setLineDash(events.prec[event] > EXACT ? [4, 4] : []);
  c.lineWidth = isFocused ? 1.6 : 1;
  c.strokeStyle = theme.ring;
  c.fillStyle = theme.ringFill;
  c.beginPath();
  if (shape) {
    traceShape(frame, shape);
  } else {
    const radius = metresToPixels(events.radius[event], events.wy[event], frame.scale);
    if (radius < 9) {
      c.setLineDash([]);
      return;
    }
    c.arc(x, y, radius, 0, Math.PI * 2);
  }
  if (isFocused) c.fill();
  c.stroke();
  c.setLineDash([]);
}

/** @param {import('./canvas_overlay.js').Frame} frame @param {Float64Array[]} rings */
function traceShape(frame, rings) {
  const { context: c, scale, left, top } = frame;
  for (const ring of rings) {
    for (let k = 0; k < ring.length; k += 2) {
      const x = ring[k] * scale - left;
      const y = ring[k + 1] * scale - top;
      if (k) c.lineTo(x, y);
      else c.moveTo(x, y);
    }
    c.closePath();
  }
}

/**
 * Other places the name could mean: ghost dots on thin leaders.
 * @param {import('./canvas_overlay.js').Frame} frame
 * @param {import('./events.js').Events} events
 * @param {number} event @param {number} x @param {number} y @param {any} theme
 */
export function drawGhosts(frame, events, event, x, y, theme) {
  const c = frame.context;
  for (const [, lat, lon] of events.payload.events.alternatives[event]) {
    const gx = worldX(lon) * frame.scale - frame.left;
    const gy = worldY(lat) * frame.scale - frame.top;
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(gx, gy);
    c.setLineDash([2, 4]);
    c.strokeStyle = theme.ring;
    c.lineWidth = 1;
    c.stroke();
    c.setLineDash([]);
    c.beginPath();
    c.arc(gx, gy, 5, 0, Math.PI * 2);
    c.fillStyle = theme.paper;
    c.fill();
    c.stroke();
  }
}

/**
 * Origin → destination as a bowed arrow; an end that is not given is the event's place.
 * @param {import('./canvas_overlay.js').Frame} frame
 * @param {import('./events.js').Events} events
 * @param {number} event @param {any} theme @param {boolean} isFocused
 */
export function drawMovements(frame, events, event, theme, isFocused) {
  const moves = events.payload.events.moves[event];
  if (!moves.length) return;
  const at = (/** @type {any} */ end) => ({
    x: worldX(end[3]) * frame.scale - frame.left,
    y: worldY(end[2]) * frame.scale - frame.top,
  });
  const here =
    events.place[event] < 0
      ? []
      : [{
          x: events.wx[event] * frame.scale - frame.left,
          y: events.wy[event] * frame.scale - frame.top,
        }];
  const of = (/** @type {string} */ role) =>
    moves.filter((/** @type {any} */ end) => end[0] === role).map(at);
  const origins = of('origin');
  const destinations = of('destination');
  for (const from of origins.length ? origins : here) {
    for (const to of destinations.length ? destinations : here) {
      drawArrow(frame.context, from, to, theme, isFocused);
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {{x: number, y: number}} from @param {{x: number, y: number}} to
 * @param {any} theme @param {boolean} isFocused the others are thin and pale
 */
function drawArrow(c, from, to, theme, isFocused) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length < 12) return;
  const bend = Math.min(60, length * 0.18);
  const mx = (from.x + to.x) / 2 + (dy / length) * bend;
  const my = (from.y + to.y) / 2 - (dx / length) * bend;
  const angle = Math.atan2(to.y - my, to.x - mx);
  const tip = { x: to.x - Math.cos(angle) * 9, y: to.y - Math.sin(angle) * 9 };
  c.globalAlpha = isFocused ? 1 : 0.35;
  const strokes = isFocused ? [[theme.paper, 5], [theme.select, 2]] : [[theme.select, 1]];
  for (const [colour, width] of strokes) {
    c.beginPath();
    c.moveTo(from.x, from.y);
    c.quadraticCurveTo(mx, my, tip.x, tip.y);
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.stroke();
  }
  c.beginPath();
  c.moveTo(tip.x + Math.cos(angle) * 3, tip.y + Math.sin(angle) * 3);
  for (const turn of [2.6, -2.6]) {
    c.lineTo(tip.x + Math.cos(angle + turn) * 11, tip.y + Math.sin(angle + turn) * 11);
  }
  c.closePath();
  c.fillStyle = theme.select;
  c.fill();
  c.globalAlpha = 1;
}
