// @ts-check
/** A PNG of the view: what is on screen, with title, range, counts and credits. */

import { drawTile } from './basemap_layer.js';
import { drawLabels } from './labels.js';
import { THEMES } from './palette.js';
import { FONT } from './symbols.js';
import { rangeWords } from './words.js';

const HEAD = 54;
const FOOT = 26;
const TILE = 256;
const RATIO = 2;

/** @param {import('./app.js').View} view */
export function savePicture(view) {
  const canvas = drawPicture(view);
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = 'geoevents.png';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }, 'image/png');
}

/** @param {import('./app.js').View} view */
export function drawPicture(view) {
  const { map } = view.map;
  const size = map.getSize();
  const theme = THEMES[view.store.state.theme];
  const canvas = document.createElement('canvas');
  canvas.width = size.x * RATIO;
  canvas.height = (size.y + HEAD + FOOT) * RATIO;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  c.scale(RATIO, RATIO);
  c.fillStyle = theme.paper;
  c.fillRect(0, 0, size.x, size.y + HEAD + FOOT);
  drawWords(c, view, size, theme);
  c.save();
  c.beginPath();
  c.rect(0, HEAD, size.x, size.y);
  c.clip();
  c.translate(0, HEAD);
  drawMap(c, view, size, theme);
  c.restore();
  return canvas;
}

/** The map alone, as one opaque picture. @param {import('./app.js').View} view */
export function mapPicture(view) {
  const size = view.map.map.getSize();
  const canvas = document.createElement('canvas');
  canvas.width = size.x * RATIO;
  canvas.height = size.y * RATIO;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
  c.scale(RATIO, RATIO);
  drawMap(c, view, size, THEMES[view.store.state.theme]);
  return canvas;
}

/** @param {CanvasRenderingContext2D} c @param {import('./app.js').View} view @param {{x: number, y: number}} size @param {any} theme */
function drawMap(c, view, size, theme) {
  const { map } = view.map;
  const zoom = map.getZoom();
  const scale = TILE * 2 ** zoom;
  const centre = map.project(map.getCenter(), zoom);
  const left = Math.round(centre.x - size.x / 2); // whole pixels: no seams between tiles
  const top = Math.round(centre.y - size.y / 2);
  const basemap = view.map.basemap;
  if (basemap) {
    const across = 2 ** zoom;
    for (let x = Math.floor(left / TILE); x * TILE < left + size.x; x += 1) {
      for (let y = Math.max(0, Math.floor(top / TILE)); y * TILE < Math.min(top + size.y, scale); y += 1) {
        c.save();
        c.translate(x * TILE - left, y * TILE - top);
        c.beginPath();
        c.rect(0, 0, TILE + 0.5, TILE + 0.5);
        c.clip();
        drawTile(c, basemap, { x: ((x % across) + across) % across, y, z: zoom }, TILE, theme);
        c.restore();
      }
    }
  }
  const frame = { context: c, scale, left, top, width: size.x, height: size.y, zoom };
  if (basemap) drawLabels(frame, basemap.labels, theme);
  view.map.eventLayer.draw(frame);
  view.map.redraw();
}

/** @param {CanvasRenderingContext2D} c @param {import('./app.js').View} view @param {{x: number, y: number}} size @param {any} theme */
function drawWords(c, view, size, theme) {
  const { filtered, events, store, config } = view;
  c.fillStyle = theme.label;
  c.font = `600 16px ${FONT}`;
  c.fillText(config.title ?? 'Events', 14, 22, size.x - 28);
  c.font = `12px ${FONT}`;
  const counts = `${filtered.shown} of ${events.total} events · ${filtered.unplaced} without a place · ${filtered.undated} without a date`;
  c.fillText(`${rangeWords(store.state, events)} · ${counts}`, 14, 42, size.x - 28);
  c.fillStyle = theme.labelFaint;
  c.font = `10px ${FONT}`;
  c.fillText('Basemap: Natural Earth · names: GeoNames, CC BY 4.0', 14, HEAD + size.y + 17);
}
