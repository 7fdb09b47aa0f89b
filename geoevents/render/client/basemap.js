// @ts-check
/**
 * Reads the pre-cut basemap (see `basemap_build.py`): one blob with a JSON index and
 * tiles of delta-coded whole numbers. Tiles are decoded when first drawn.
 *
 * @typedef {{kind: number, flags: number, coords: Int32Array}} Line
 * @typedef {{zoom: number, extent: number, buffer: number, min: number}} Level
 * @typedef {{name: string, x: number, y: number, rank: number, kind: string}} Label
 */

export const LAND = 1;
export const LAKE = 2;
export const RIVER = 3;
export const BORDER = 4;
export const DISPUTED = 5;
export const ADMIN = 6;

export class Basemap {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const length = view.getUint32(0, true);
    const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
    this.bytes = bytes.subarray(4 + length);
    /** @type {Level[]} */
    this.levels = index.levels;
    /** @type {Record<string, [number, number]>[]} offset and length of each tile */
    this.tiles = index.tiles;
    /** @type {Set<string>[]} tiles that are all land, per level: "x/y" */
    this.solid = index.solid.map((/** @type {string[]} */ keys) => new Set(keys));
    /** @type {Label[]} */
    this.labels = index.labels.map(readLabel);
    /** @type {Map<string, Line[]>} */
    this.decoded = new Map();
  }

  /** The level that serves a zoom. @param {number} zoom */
  levelFor(zoom) {
    let best = 0;
    this.levels.forEach((level, k) => {
      if (zoom >= level.min) best = k;
    });
    return best;
  }

  /** @param {number} level @param {number} x @param {number} y */
  lines(level, x, y) {
    const key = `${level}/${x}/${y}`;
    let lines = this.decoded.get(key);
    if (!lines) {
      const place = this.tiles[level][`${x}/${y}`];
      lines = place ? decode(this.bytes.subarray(place[0], place[0] + place[1])) : [];
      this.decoded.set(key, lines);
    }
    return lines;
  }

  /**
   * The finest level up to `level` that has something here: an exported page carries
   * the finest tiles only where its events lie.
   * @param {number} level @param {number} x @param {number} y tile of that level
   * @returns {number}
   */
  levelThatHas(level, x, y) {
    if (level === 0 || this.tiles[level][`${x}/${y}`] || this.isSolid(level, x, y)) return level;
    const up = 2 ** (this.levels[level].zoom - this.levels[level - 1].zoom);
    return this.levelThatHas(level - 1, Math.floor(x / up), Math.floor(y / up));
  }

  /** @param {number} level @param {number} x @param {number} y */
  isSolid(level, x, y) {
    return this.solid[level].has(`${x}/${y}`);
  }
}

/** @param {any[]} row @returns {Label} */
function readLabel(row) {
  return { name: row[0], x: row[1] / 1e6, y: row[2] / 1e6, rank: row[3], kind: row[4] };
}

/** Varints: kind, flags, point count, then zigzag deltas. @param {Uint8Array} bytes @returns {Line[]} */
function decode(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[at];
      at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  /** @type {Line[]} */
  const lines = [];
  while (at < bytes.length) {
    const kind = varint();
    const flags = varint();
    const points = varint();
    const coords = new Int32Array(points * 2);
    let x = 0;
    let y = 0;
    for (let k = 0; k < points; k += 1) {
      const dx = varint();
      const dy = varint();
      x += (dx >>> 1) ^ -(dx & 1);
      y += (dy >>> 1) ^ -(dy & 1);
      coords[2 * k] = x;
      coords[2 * k + 1] = y;
    }
    lines.push({ kind, flags, coords });
  }
  return lines;
}
