// @ts-check
/** The Leaflet map with its layers, and what a click on it means. */

import { basemapLayer } from './basemap_layer.js';
import { el, fill } from './dom.js';
import { EventLayer } from './event_layer.js';
import { labelLayer } from './labels.js';
import { OnlineTiles } from './online_tiles.js';
import { metaLine } from './words.js';

const MAX_ZOOM = 14;
const STACK_ZOOM = 12; // from here on a crowded spot opens its list instead of zooming
const TIP_EDGE = 12;

export class MapPane {
  /**
   * @param {any} L
   * @param {import('./events.js').Events} events
   * @param {import('./basemap.js').Basemap|null} basemap
   * @param {import('./state.js').StateStore} store
   * @param {() => import('./filter.js').Filtered} getFiltered
   * @param {import('./messages.js').Config} config
   */
  constructor(L, events, basemap, store, getFiltered, config) {
    this.L = L;
    this.events = events;
    this.basemap = basemap;
    this.store = store;
    this.config = config;
    this.box = el('div', {
      class: 'ge-leaflet', role: 'application',
      'aria-label': 'Map of events: arrows move, plus and minus zoom; the list holds the same events',
    });
    this.tip = el('div', { class: 'ge-map-tip', hidden: true });
    this.element = el('div', { class: 'ge-map' }, this.box, this.tip);
    this.eventLayer = new EventLayer(L, events, () => store.state, getFiltered);
  }

  /** Leaflet needs the box to be in the page and to have a size. */
  start() {
    const { L, store } = this;
    this.map = L.map(this.box, {
      zoomSnap: 1, minZoom: 1, maxZoom: MAX_ZOOM, worldCopyJump: true, attributionControl: true,
      zoomControl: false, maxBounds: [[-86, -1e6], [86, 1e6]], maxBoundsViscosity: 0.8,
    });
    this.map.attributionControl.setPrefix('Leaflet');
    this.map.attributionControl.addAttribution('Natural Earth · GeoNames CC BY 4.0');
    L.control.zoom({ position: 'topright' }).addTo(this.map);
    L.control.scale({ imperial: false, position: 'bottomright' }).addTo(this.map);
    this.showInitialView();
    const getTheme = () => store.state.theme;
    if (this.basemap) {
      this.tiles = basemapLayer(L, this.basemap, getTheme).addTo(this.map);
      this.labels = labelLayer(L, this.map, this.basemap, getTheme).addTo(this.map);
    }
    this.online = new OnlineTiles(L, this.map);
    this.element.append(this.online.note);
    this.online.show(this.config.tiles ?? null);
    this.eventLayer.layer.addTo(this.map);
    this.listen();
  }

  showInitialView() {
    const { view } = this.config;
    if (view) this.map.setView([view.lat, view.lon], view.zoom, { animate: false });
    // Of a part of the store, the reader may well look at an empty corner.
    if (!view || (!this.events.elsewhere && !this.showsAny())) this.fit();
  }

  /** True when a placed event lies in view, or there is none at all. */
  showsAny() {
    const { lat, lon } = this.events.payload.places;
    const bounds = this.map.getBounds();
    return !lat.length || lat.some((/** @type {number} */ each, /** @type {number} */ k) => bounds.contains([each, lon[k]]));
  }

  /** What is in view, half a screen more on each side. @returns {[number, number, number, number]|null} */
  viewBox() {
    if (!this.map) return null;
    const bounds = this.map.getBounds().pad(0.5);
    const round = (/** @type {number} */ degrees) => Math.round(degrees * 1e3) / 1e3;
    const wrap = (/** @type {number} */ lon) => round(((((lon + 180) % 360) + 360) % 360) - 180);
    const isWorld = bounds.getEast() - bounds.getWest() >= 360;
    return [
      round(Math.max(-90, bounds.getSouth())), isWorld ? -180 : wrap(bounds.getWest()),
      round(Math.min(90, bounds.getNorth())), isWorld ? 180 : wrap(bounds.getEast()),
    ];
  }

  /** All placed events, countries and seas only when there is nothing else. */
  fit() {
    const { lat, lon } = this.events.payload.places;
    if (!lat.length) {
      this.map.setView([25, 15], 2, { animate: false });
      return;
    }
    const bounds = this.L.latLngBounds(lat.map((/** @type {number} */ each, /** @type {number} */ k) => [each, lon[k]]));
    this.map.fitBounds(bounds, { padding: [40, 40], maxZoom: 8, animate: false });
  }

  /** Where the map stands, also before anybody moved it. @returns {import('./messages.js').View} */
  currentView() {
    const centre = this.map.getCenter().wrap();
    const round = (/** @type {number} */ value) => Math.round(value * 1e4) / 1e4;
    return { lat: round(centre.lat), lon: round(centre.lng), zoom: this.map.getZoom() };
  }

  listen() {
    const { map, store } = this;
    map.on('moveend', () => {
      const view = this.currentView();
      if (JSON.stringify(view) !== JSON.stringify(store.state.view)) store.set({ view });
    });
    map.on('mousemove', (/** @type {any} */ event) => this.onMove(event));
    map.on('mouseout', () => this.hover(null, null));
    map.on('click', (/** @type {any} */ event) => this.onClick(event));
  }

  /** Canvas point of a mouse event. @param {any} event */
  hit(event) {
    const { layer } = this.eventLayer;
    if (!layer._bounds) return null;
    const point = event.layerPoint.subtract(layer._bounds.min);
    return this.eventLayer.hit(point.x, point.y);
  }

  /** @param {any} event */
  onMove(event) {
    this.hover(this.hit(event), event.containerPoint);
  }

  /** @param {import('./event_layer.js').Drawn|null} item @param {any} point */
  hover(item, point) {
    this.box.style.cursor = item ? 'pointer' : '';
    const hover = item?.event ?? -1;
    if (hover !== this.store.state.hover) this.store.set({ hover });
    this.tip.hidden = !item;
    if (!item) return;
    if (item.event >= 0) {
      fill(
        this.tip,
        el('strong', null, this.events.title[item.event]),
        el('span', null, metaLine(this.events, item.event)),
      );
    } else {
      fill(this.tip, el('strong', null, `${item.count} events`), el('span', null, 'Click to open'));
    }
    const { clientWidth, clientHeight } = this.element;
    const { offsetWidth, offsetHeight } = this.tip;
    const left = Math.max(4, Math.min(clientWidth - offsetWidth - 4, point.x + TIP_EDGE));
    const top = point.y + TIP_EDGE + offsetHeight > clientHeight ? point.y - offsetHeight - TIP_EDGE : point.y + TIP_EDGE;
    this.tip.style.transform = `translate(${left}px, ${top}px)`;
  }

  /** @param {any} event */
  onClick(event) {
    const item = this.hit(event);
    if (!item) {
      this.store.set({ selection: -1 });
      return;
    }
    if (item.event >= 0) this.store.set({ selection: item.event });
    else this.openGroup(item);
  }

  /** Zoom into a group; where zooming cannot part it, list it. @param {import('./event_layer.js').Drawn} item */
  openGroup(item) {
    const members = this.eventLayer.members(item.cluster);
    const isOnePoint = this.eventLayer.countsAt(this.map.getZoom()).clusters.single[item.cluster] === 1;
    if (isOnePoint || this.map.getZoom() >= STACK_ZOOM) {
      this.store.set({ panel: 'stack', stack: members, selection: -1 });
      return;
    }
    const { events } = this;
    const points = members.map((i) => {
      const row = events.place[i];
      return [events.payload.places.lat[row], events.payload.places.lon[row]];
    });
    const bounds = this.L.latLngBounds(points);
    const zoom = Math.max(this.map.getZoom() + 1, Math.min(12, this.map.getBoundsZoom(bounds.pad(0.3))));
    this.map.flyTo(bounds.getCenter(), zoom, { duration: 0.45 });
  }

  /** Bring an event into sight without moving a map that already shows it. @param {number} i */
  reveal(i) {
    const row = this.events.place[i];
    if (row < 0 || !this.map) return;
    const { lat, lon } = this.events.payload.places;
    const at = this.L.latLng(lat[row], lon[row]);
    if (!this.map.getBounds().pad(-0.08).contains(at)) this.map.panTo(at, { animate: true, duration: 0.35 });
  }

  redraw() {
    this.eventLayer.redraw();
  }

  /** Colours changed. */
  repaint() {
    this.tiles?.redraw();
    this.labels?.redraw();
    this.redraw();
  }
}
