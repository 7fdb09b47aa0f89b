// @ts-check
/** Online tiles above the offline map: where one fails, the offline map stays. */

import { el } from './dom.js';

const PANE_Z = '360'; // over the offline map and its labels, under the events
const ALLOWED = /^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/;

export class OnlineTiles {
  /** @param {any} L @param {any} map */
  constructor(L, map) {
    this.L = L;
    this.map = map;
    /** @type {any} */
    this.layer = null;
    this.shown = '';
    this.credit = '';
    this.note = el('div', { class: 'ge-tiles-note', role: 'status', hidden: true });
    const pane = map.createPane('online');
    pane.style.zIndex = PANE_Z;
    pane.style.pointerEvents = 'none';
  }

  /** @param {import('./messages.js').TileLayer|null} tiles */
  show(tiles) {
    const key = JSON.stringify(tiles);
    if (key === this.shown) return;
    this.shown = key;
    this.remove();
    if (!tiles || !ALLOWED.test(tiles.url)) return;
    this.layer = this.L.tileLayer(tiles.url, {
      pane: 'online', minZoom: tiles.minZoom ?? 0, maxNativeZoom: tiles.maxZoom ?? 19, maxZoom: 22, tms: Boolean(tiles.tms),
    });
    this.credit = escaped(`Tiles ${tiles.name}: ${tiles.attribution}`);
    this.map.attributionControl.addAttribution(this.credit);
    this.layer.on('loading', () => this.say(''));
    this.layer.on('tileerror', (/** @type {any} */ event) => {
      event.tile.style.visibility = 'hidden'; // see-through, whatever a browser draws
      this.say(`${tiles.name} does not answer everywhere: there you see the offline map`);
    });
    this.layer.addTo(this.map);
  }

  /** @param {string} words */
  say(words) {
    this.note.textContent = words;
    this.note.hidden = !words;
  }

  remove() {
    this.say('');
    if (!this.layer) return;
    this.layer.remove();
    this.map.attributionControl.removeAttribution(this.credit);
    this.layer = null;
  }
}

/** Leaflet takes markup here. @param {string} text */
function escaped(text) {
  return el('span', null, text).innerHTML;
}
