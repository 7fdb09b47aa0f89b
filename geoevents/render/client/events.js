// @ts-check
/**
 * The payload as typed arrays, read once. Index i is one event everywhere.
 */

import { wordDecoder } from './word_code.js';

/** Day of an undated event: after every real one. */
export const NO_DAY = 0x7fffffff;
/** where_prec from which a symbol is hollow: province, region, country, sea. */
export const COARSE = 4;

const NEVER_SUMMED = new Set(['cumulative', 'subset']);
const DENIED = 4;

/** Web Mercator, 0..1. @param {number} lat */
export function worldY(lat) {
  const clamped = Math.max(-85.0511, Math.min(85.0511, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} lon */
export function worldX(lon) {
  return lon / 360 + 0.5;
}

/** Lower case for searching; like Python's casefold where news needs it. @param {string} text */
export function foldCase(text) {
  return text.toLowerCase().replaceAll('ß', 'ss');
}

export class Events {
  /** @param {any} payload */
  constructor(payload) {
    const columns = payload.events;
    this.payload = payload;
    this.count = payload.count;
    this.types = payload.types;
    this.strings = payload.strings;
    /** @type {string[]} */
    this.id = columns.id;
    /** @type {string[]} */
    this.title = columns.title;
    this.type = Uint8Array.from(columns.type);
    this.place = Int32Array.from(columns.place);
    this.start = daysOf(columns.start);
    this.end = daysOf(columns.end);
    this.status = Uint8Array.from(columns.status);
    this.disputed = Uint8Array.from(columns.disputed);
    this.confidence = Uint8Array.from(columns.confEvent);
    /** Events behind each row: 1, or more where the server sent groups (`bins.py`). */
    this.weight = columns.weight
      ? Uint32Array.from(columns.weight)
      : new Uint32Array(this.count).fill(1);
    /** All events behind the rows. */
    this.total = payload.grouped ?? this.count;
    this.isGrouped = Boolean(payload.grouped);
    /** Events of the store that lie outside the part that was sent. */
    this.elsewhere = payload.elsewhere ?? 0;
    const n = payload.count;
    this.wx = new Float64Array(n);
    this.wy = new Float64Array(n);
    this.prec = new Uint8Array(n);
    this.radius = new Float64Array(n);
    this.readPlaces(payload.places);
    this.size = Float64Array.from(columns.figures, (/** @type {any} */ list) =>
      this.sizeOf(list),
    );
    this.largest = this.size.reduce((most, size) => (size > most ? size : most), 0);
    this.isDated = false;
    this.first = 0;
    this.last = 0;
    this.readSpan();
    /** The sentence of a claim. */
    this.quoteText = wordDecoder(payload.words);
    /** @type {Map<string, Float64Array[]>} */
    this.shapes = new Map();
    /** @type {string[]|null} */
    this.haystacks = null;
    /** @type {Map<string, number>|null} */
    this.rows = null;
  }

  /** @param {any} places */
  readPlaces(places) {
    const x = places.lon.map(worldX);
    const y = places.lat.map(worldY);
    for (let i = 0; i < this.count; i += 1) {
      const row = this.place[i];
      if (row < 0) continue;
      this.wx[i] = x[row];
      this.wy[i] = y[row];
      this.prec[i] = places.prec[row];
      this.radius[i] = places.radius[row];
    }
  }

  /** First and last day of all dated events. */
  readSpan() {
    let first = NO_DAY;
    let last = -NO_DAY;
    for (let i = 0; i < this.count; i += 1) {
      if (this.start[i] === NO_DAY) continue;
      if (this.start[i] < first) first = this.start[i];
      if (this.end[i] > last) last = this.end[i];
    }
    if (first === NO_DAY) return;
    this.isDated = true;
    this.first = first;
    this.last = last;
  }

  /**
   * Number of the most telling figure, which comes first (`figure_order.py`). Running
   * totals, parts and what is denied give an event no size. 0: no such figure.
   * @param {any[][]} figures
   */
  sizeOf(figures) {
    const figure = figures[0];
    if (!figure || figure[10] === DENIED || NEVER_SUMMED.has(this.strings[figure[8]])) return 0;
    return Math.max(figure[2] ?? 0, figure[3] ?? 0, figure[4] ?? 0);
  }

  /** @param {string|null|undefined} id */
  indexOf(id) {
    if (!id) return -1;
    if (!this.rows) this.rows = new Map(this.id.map((each, i) => [each, i]));
    return this.rows.get(id) ?? -1;
  }

  /** Text of a string index; '' for none. @param {number} index */
  text(index) {
    return index < 0 ? '' : this.strings[index];
  }

  /** Outline of the event's region as world-unit rings, where one is known. @param {number} i */
  shapeOf(i) {
    if (this.prec[i] < COARSE || !this.payload.regions) return null;
    const placeId = this.text(this.payload.places.id[this.place[i]]);
    const rings = this.payload.regions[placeId];
    if (!rings) return null;
    if (!this.shapes.has(placeId)) this.shapes.set(placeId, rings.map(worldRing));
    return this.shapes.get(placeId) ?? null;
  }

  /** @param {number} i */
  placeName(i) {
    return this.place[i] < 0 ? '' : this.payload.places.name[this.place[i]];
  }

  /** What a search looks through; the same fields as `EventFilter`. @param {number} i */
  haystack(i) {
    if (!this.haystacks) this.haystacks = new Array(this.count);
    if (this.haystacks[i] === undefined) {
      const columns = this.payload.events;
      const parts = [this.title[i], this.placeName(i)];
      for (const actor of columns.actors[i]) parts.push(this.strings[actor]);
      for (const claim of columns.claims[i]) parts.push(this.quoteText(claim[3]));
      this.haystacks[i] = foldCase(parts.join('\n'));
    }
    return this.haystacks[i];
  }
}

/** @param {(number|null)[]} column */
function daysOf(column) {
  return Int32Array.from(column, (day) => (day === null ? NO_DAY : day));
}

/** @param {number[]} ring lon, lat, lon, lat … in 1e-3 degrees */
function worldRing(ring) {
  const world = new Float64Array(ring.length);
  for (let k = 0; k < ring.length; k += 2) {
    world[k] = worldX(ring[k] / 1000);
    world[k + 1] = worldY(ring[k + 1] / 1000);
  }
  return world;
}
