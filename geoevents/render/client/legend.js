// @ts-check
/** What the marks mean; its type rows are also the type filter. */

import { el, fill, formatNumber } from './dom.js';
import { THEMES } from './palette.js';
import { LARGEST_RADIUS, drawSymbol, disputedBadge, legendSizes, radiusOf } from './symbols.js';

const ICON = 20;
const LEAST_MAP_WIDTH = 600;

export class Legend {
  /**
   * @param {import('./events.js').Events} events
   * @param {import('./state.js').StateStore} store
   */
  constructor(events, store) {
    this.events = events;
    this.store = store;
    /** @type {'light'|'dark'|null} */
    this.theme = null;
    this.types = el('div', { class: 'ge-legend-types' });
    this.more = el('div', { class: 'ge-legend-more' });
    this.element = el(
      'details', { class: 'ge-legend' },
      el('summary', null, 'Legend'), this.types, this.more,
    );
  }

  /** Open where it leaves most of the map free; afterwards the reader's choice stays. @param {number} mapWidth */
  openIfRoom(mapWidth) {
    this.element.open = mapWidth >= LEAST_MAP_WIDTH;
  }

  /** @param {Uint32Array} byType */
  update(byType) {
    const { state } = this.store;
    const counts = new Set(this.events.type);
    const rows = this.events.types.map((/** @type {string} */ name, /** @type {number} */ type) => {
      if (!counts.has(type)) return null;
      const isOn = !state.types || state.types.has(type);
      return el(
        'button',
        {
          type: 'button', class: 'ge-legend-row', 'aria-pressed': String(isOn), 'data-type': type,
          title: isOn ? 'Hide this type' : 'Show this type',
          onclick: () => this.toggle(type),
        },
        this.icon({ type, prec: 1 }), el('span', null, name),
        el('span', { class: 'ge-count' }, formatNumber(byType[type])),
      );
    });
    fill(this.types, ...rows);
    if (this.theme !== state.theme) this.drawMore();
    this.theme = state.theme;
  }

  /** @param {number} type */
  toggle(type) {
    const all = this.events.types.map((/** @type {string} */ _, /** @type {number} */ k) => k);
    const types = new Set(this.store.state.types ?? all);
    if (types.has(type)) types.delete(type);
    else types.add(type);
    this.store.set({ types: types.size === all.length ? null : types });
  }

  /** @param {{type: number, prec: number, status?: number, disputed?: boolean}} look */
  icon(look) {
    const [canvas, context] = hiDpi(ICON, ICON);
    const symbol = { radius: 7.5, status: 0, disputed: false, confidence: 100, ...look };
    drawSymbol(context, ICON / 2, ICON / 2, { ...symbol, disputed: false }, THEMES[this.store.state.theme]);
    if (look.disputed) disputedBadge(context, ICON - 6, 6, THEMES[this.store.state.theme]);
    return canvas;
  }

  drawMore() {
    fill(
      this.more,
      this.sizeScale(),
      el(
        'details', null, el('summary', null, 'Outlines and marks'),
        ...this.keys(),
      ),
    );
  }

  keys() {
    return [
      this.key({ type: 5, prec: 4 }, 'hollow: a region, not a point'),
      this.key({ type: 5, prec: 1, status: 2 }, 'dashed edge: planned'),
      this.key({ type: 5, prec: 1, status: 4 }, 'struck: denied'),
      this.key({ type: 5, prec: 1, disputed: true }, '≠ sources disagree'),
      el('p', { class: 'ge-legend-note' }, 'Dashed outline: the place lies somewhere inside. Ring with a number: several events, shares by type; doubled edge: all at one point; dashed edge: regions only.'),
    ];
  }

  /** @param {any} look @param {string} words */
  key(look, words) {
    return el('div', { class: 'ge-legend-key' }, this.icon(look), el('span', null, words));
  }

  /** Nested circles: area is the most telling figure stated for the event itself. */
  sizeScale() {
    const { largest } = this.events;
    const sizes = legendSizes(largest);
    if (!sizes.length) return null;
    const width = 150;
    const height = 2 * radiusOf(sizes[0], largest) + 4;
    const [canvas, c] = hiDpi(width, height);
    const theme = THEMES[this.store.state.theme];
    c.font = '11px system-ui, sans-serif';
    c.textBaseline = 'middle';
    for (const size of sizes) {
      const r = radiusOf(size, largest);
      c.beginPath();
      c.arc(LARGEST_RADIUS + 2, height - 2 - r, r, 0, Math.PI * 2);
      c.strokeStyle = theme.label;
      c.lineWidth = 1;
      c.stroke();
      const y = Math.max(7, height - 2 - 2 * r);
      c.beginPath();
      c.moveTo(LARGEST_RADIUS + 2, height - 2 - 2 * r);
      c.lineTo(LARGEST_RADIUS * 2 + 10, y);
      c.globalAlpha = 0.4;
      c.stroke();
      c.globalAlpha = 1;
      c.fillStyle = theme.label;
      c.fillText(formatNumber(size), LARGEST_RADIUS * 2 + 14, y);
    }
    return el('div', { class: 'ge-legend-size' }, el('p', null, 'Area: the event’s main figure'), canvas);
  }
}

/** @param {number} width @param {number} height @returns {[any, CanvasRenderingContext2D]} */
function hiDpi(width, height) {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const canvas = el('canvas', { 'aria-hidden': 'true', width: Math.round(width * ratio), height: Math.round(height * ratio) });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  return [canvas, context];
}
