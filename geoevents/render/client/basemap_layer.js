// @ts-check
/** The offline basemap: tiles drawn on canvas, sharp at every zoom. */

import { ADMIN, BORDER, DISPUTED, LAKE, LAND, RIVER } from './basemap.js';
import { THEMES } from './palette.js';

const INNER_FROM_ZOOM = 6; // below, the small provinces of some countries are only noise

/**
 * @param {any} L Leaflet
 * @param {import('./basemap.js').Basemap} basemap
 * @param {() => 'light'|'dark'} getTheme
 */
export function basemapLayer(L, basemap, getTheme) {
  const Layer = L.GridLayer.extend({
    createTile(/** @type {any} */ coords) {
      const size = this.getTileSize();
      const ratio = Math.min(3, window.devicePixelRatio || 1);
      const tile = document.createElement('canvas');
      tile.width = Math.round(size.x * ratio);
      tile.height = Math.round(size.y * ratio);
      const context = /** @type {CanvasRenderingContext2D} */ (tile.getContext('2d'));
      context.scale(ratio, ratio);
      drawTile(context, basemap, coords, size.x, THEMES[getTheme()]);
      return tile;
    },
  });
  return new Layer({ minZoom: 0, maxZoom: 14, updateWhenZooming: false, keepBuffer: 1 });
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {import('./basemap.js').Basemap} basemap
 * @param {{x: number, y: number, z: number}} coords
 * @param {number} size @param {any} theme
 */
export function drawTile(c, basemap, coords, size, theme) {
  c.fillStyle = theme.water;
  c.fillRect(0, 0, size, size);
  const k = levelOfTile(basemap, coords);
  const level = basemap.levels[k];
  const zoomIn = coords.z - level.zoom;
  if (zoomIn >= 0) {
    // A part of one stored tile.
    const parts = 2 ** zoomIn;
    const x = Math.floor(coords.x / parts);
    const y = Math.floor(coords.y / parts);
    const scale = (size * parts) / level.extent;
    c.save();
    c.translate(-(coords.x - x * parts) * size, -(coords.y - y * parts) * size);
    drawStored(c, basemap, k, x, y, scale, size * parts, coords.z, theme);
    c.restore();
    return;
  }
  const parts = 2 ** -zoomIn;
  const side = size / parts;
  // Fills of all parts first, then lines, so that no part covers its neighbour's lines.
  for (const pass of ['fill', 'line']) {
    for (let dy = 0; dy < parts; dy += 1) {
      for (let dx = 0; dx < parts; dx += 1) {
        c.save();
        c.translate(dx * side, dy * side);
        drawStored(c, basemap, k, coords.x * parts + dx, coords.y * parts + dy, side / level.extent, side, coords.z, theme, pass);
        c.restore();
      }
    }
  }
}

/** @param {import('./basemap.js').Basemap} basemap @param {{x: number, y: number, z: number}} coords */
function levelOfTile(basemap, coords) {
  const k = basemap.levelFor(coords.z);
  const parts = 2 ** (coords.z - basemap.levels[k].zoom);
  if (parts < 1) return k;
  return basemap.levelThatHas(k, Math.floor(coords.x / parts), Math.floor(coords.y / parts));
}

/**
 * @param {CanvasRenderingContext2D} c @param {import('./basemap.js').Basemap} basemap
 * @param {number} k level @param {number} x @param {number} y
 * @param {number} scale @param {number} side @param {number} zoom @param {any} theme
 * @param {string} [pass]
 */
function drawStored(c, basemap, k, x, y, scale, side, zoom, theme, pass) {
  const level = basemap.levels[k];
  const lines = basemap.lines(k, x, y);
  if (pass !== 'line') {
    if (basemap.isSolid(k, x, y)) {
      c.fillStyle = theme.land;
      c.fillRect(-0.5, -0.5, side + 1, side + 1);
    }
    fillKind(c, lines, LAND, scale, theme.land);
    fillKind(c, lines, LAKE, scale, theme.lake);
  }
  if (pass === 'fill') return;
  const wide = Math.min(1.6, 0.6 + zoom * 0.09);
  if (zoom >= 4) strokeKind(c, lines, RIVER, scale, theme.river, Math.min(2, 0.5 + (zoom - 3) * 0.2), []);
  strokeCoast(c, lines, level, scale, theme.coast, Math.min(1, wide * 0.7));
  if (zoom >= INNER_FROM_ZOOM) strokeKind(c, lines, ADMIN, scale, theme.admin, Math.min(1.2, 0.5 + (zoom - 4) * 0.15), []);
  strokeKind(c, lines, BORDER, scale, theme.country, wide, []);
  strokeKind(c, lines, DISPUTED, scale, theme.disputed, wide, [4, 4]);
}

/** @param {CanvasRenderingContext2D} c @param {import('./basemap.js').Line[]} lines @param {number} kind @param {number} scale @param {string} colour */
function fillKind(c, lines, kind, scale, colour) {
  c.beginPath();
  for (const line of lines) {
    if (line.kind !== kind) continue;
    trace(c, line.coords, scale);
    c.closePath();
  }
  c.fillStyle = colour;
  c.fill('evenodd');
}

/** @param {CanvasRenderingContext2D} c @param {import('./basemap.js').Line[]} lines @param {number} kind @param {number} scale @param {string} colour @param {number} width @param {number[]} dash */
function strokeKind(c, lines, kind, scale, colour, width, dash) {
  c.beginPath();
  for (const line of lines) if (line.kind === kind) trace(c, line.coords, scale);
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.lineJoin = 'round';
  c.lineCap = dash.length ? 'butt' : 'round';
  c.setLineDash(dash);
  c.stroke();
  c.setLineDash([]);
}

/** Coast is the outline of land and lakes, less the edges made by cutting tiles. @param {CanvasRenderingContext2D} c @param {import('./basemap.js').Line[]} lines @param {import('./basemap.js').Level} level @param {number} scale @param {string} colour @param {number} width */
function strokeCoast(c, lines, level, scale, colour, width) {
  const low = -level.buffer;
  const high = level.extent + level.buffer;
  c.beginPath();
  for (const { kind, coords } of lines) {
    if (kind !== LAND && kind !== LAKE) continue;
    const n = coords.length;
    let isDown = false;
    for (let k = 0; k < n; k += 2) {
      const x = coords[k];
      const y = coords[k + 1];
      const nx = coords[(k + 2) % n];
      const ny = coords[(k + 3) % n];
      const isCut = (x === nx && (x === low || x === high)) || (y === ny && (y === low || y === high));
      if (isCut) {
        isDown = false;
        continue;
      }
      if (!isDown) c.moveTo(x * scale, y * scale);
      c.lineTo(nx * scale, ny * scale);
      isDown = true;
    }
  }
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.lineJoin = 'round';
  c.stroke();
}

/** @param {CanvasRenderingContext2D} c @param {Int32Array} coords @param {number} scale */
function trace(c, coords, scale) {
  c.moveTo(coords[0] * scale, coords[1] * scale);
  for (let k = 2; k < coords.length; k += 2) c.lineTo(coords[k] * scale, coords[k + 1] * scale);
}
