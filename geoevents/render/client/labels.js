// @ts-check
/** Names of countries, seas and towns, on one canvas under the events. */

import { canvasOverlay } from './canvas_overlay.js';
import { THEMES } from './palette.js';
import { FONT } from './symbols.js';

const CELL = 24; // pixels of the occupancy grid

/** @typedef {import('./basemap.js').Label} Label */

/**
 * @param {any} L @param {any} map
 * @param {import('./basemap.js').Basemap} basemap
 * @param {() => 'light'|'dark'} getTheme
 */
export function labelLayer(L, map, basemap, getTheme) {
  const pane = map.createPane('ge-labels');
  pane.style.zIndex = '350';
  pane.style.pointerEvents = 'none';
  return canvasOverlay(L, 'ge-labels', (frame) => {
    drawLabels(frame, basemap.labels, THEMES[getTheme()]);
  });
}

/** @param {import('./canvas_overlay.js').Frame} frame @param {Label[]} labels @param {any} theme */
export function drawLabels(frame, labels, theme) {
  const { scale, left, top, width, height, zoom } = frame;
  const taken = new Set();
  const firstCopy = Math.floor(left / scale);
  const lastCopy = Math.floor((left + width) / scale);
  frame.context.textBaseline = 'middle';
  for (const label of labels) {
    if (label.rank > zoom) continue; // rank: the zoom from which a name is worth its room
    const y = label.y * scale - top;
    if (y < -20 || y > height + 20) continue;
    for (let copy = firstCopy; copy <= lastCopy; copy += 1) {
      const x = (label.x + copy) * scale - left;
      if (x < -80 || x > width + 80) continue;
      drawLabel(frame.context, label, x, y, zoom, theme, taken);
    }
  }
}

/** @param {CanvasRenderingContext2D} c @param {Label} label @param {number} x @param {number} y @param {number} zoom @param {any} theme @param {Set<number>} taken */
function drawLabel(c, label, x, y, zoom, theme, taken) {
  const isTown = label.kind === 't' || label.kind === 'c';
  const isCountry = label.kind === 'n';
  const text = isCountry ? label.name.toUpperCase() : label.name;
  c.font = fontOf(label, zoom);
  const wide = c.measureText(text).width + (isTown ? 8 : 0);
  const x0 = isTown ? x - 3 : x - wide / 2;
  if (!reserve(taken, x0 - 2, y - 8, wide + 6, 16)) return;
  c.lineJoin = 'round';
  c.lineWidth = 3;
  c.strokeStyle = theme.halo;
  c.fillStyle = isCountry ? theme.labelFaint : label.kind === 's' ? theme.seaLabel : theme.label;
  c.textAlign = isTown ? 'left' : 'center';
  const tx = isTown ? x + 6 : x;
  if (label.kind !== 's') c.strokeText(text, tx, y);
  c.fillText(text, tx, y);
  if (isTown) {
    c.beginPath();
    c.arc(x, y, label.kind === 'c' ? 2.6 : 2, 0, Math.PI * 2);
    c.fillStyle = theme.label;
    c.fill();
    c.lineWidth = 1;
    c.strokeStyle = theme.halo;
    c.stroke();
  }
}

/** @param {Label} label @param {number} zoom */
function fontOf(label, zoom) {
  if (label.kind === 'n') return `600 ${zoom < 4 ? 10 : zoom < 6 ? 11.5 : 13}px ${FONT}`;
  if (label.kind === 's') return `italic 11px ${FONT}`;
  const isBig = label.kind === 'c' || label.rank <= zoom - 3;
  return `${isBig ? 600 : 400} ${isBig ? 12 : 11}px ${FONT}`;
}

/** @param {Set<number>} taken @param {number} x @param {number} y @param {number} w @param {number} h */
function reserve(taken, x, y, w, h) {
  const cells = [];
  for (let cx = Math.floor(x / CELL); cx <= Math.floor((x + w) / CELL); cx += 1) {
    for (let cy = Math.floor(y / (CELL / 2)); cy <= Math.floor((y + h) / (CELL / 2)); cy += 1) {
      const key = cx * 100003 + cy;
      if (taken.has(key)) return false;
      cells.push(key);
    }
  }
  for (const key of cells) taken.add(key);
  return true;
}
