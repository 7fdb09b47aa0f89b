// @ts-check
/** A list of any length: only the rows in sight exist. */

import { el, fill, formatNumber } from './dom.js';
import { THEMES } from './palette.js';
import { drawSymbol } from './symbols.js';
import { figureWords, mainFigure, metaLine } from './words.js';

const ROW_PIXELS = 62;
const SPARE_ROWS = 4;
const ICON_PIXELS = 22;

export class EventList {
  /**
   * @param {import('./events.js').Events} events
   * @param {import('./state.js').StateStore} store
   */
  constructor(events, store) {
    this.events = events;
    this.store = store;
    /** @type {ArrayLike<number>} */
    this.rows = [];
    /** Rows made for printing, in sight or not; 0: not printing. */
    this.printed = 0;
    this.inner = el('div', { class: 'ge-list-inner', role: 'list', 'aria-label': 'Events' });
    this.element = el('div', { class: 'ge-list', tabindex: '-1' }, this.inner);
    this.element.addEventListener('scroll', () => this.draw(), { passive: true });
  }

  /** @param {ArrayLike<number>} rows event indices in the order shown */
  show(rows) {
    this.rows = rows;
    this.inner.style.height = `${rows.length * ROW_PIXELS}px`;
    this.element.dataset.count = String(rows.length);
    this.draw();
  }

  draw() {
    const top = this.element.scrollTop;
    const height = this.element.clientHeight || 600;
    const first = this.printed ? 0 : Math.max(0, Math.floor(top / ROW_PIXELS) - SPARE_ROWS);
    const end = this.printed || Math.ceil((top + height) / ROW_PIXELS) + SPARE_ROWS;
    const last = Math.min(this.rows.length, end);
    const rows = [];
    for (let k = first; k < last; k += 1) rows.push(this.row(this.rows[k], k));
    if (this.printed && last < this.rows.length) {
      rows.push(el('div', { class: 'ge-empty' }, `and ${formatNumber(this.rows.length - last)} more`));
    }
    if (!this.rows.length) rows.push(el('div', { class: 'ge-empty' }, 'Nothing here passes the filter.'));
    fill(this.inner, ...rows);
  }

  /** @param {number} i @param {number} k */
  row(i, k) {
    const { events, store } = this;
    const figure = mainFigure(events, i);
    const button = el(
      'button',
      {
        class: 'ge-row', type: 'button', 'data-row': k, 'data-event': events.id[i],
        'aria-current': store.state.selection === i ? 'true' : null,
        onclick: () => store.set({ selection: i }),
        onpointerenter: () => store.set({ hover: i }),
        onpointerleave: () => store.set({ hover: -1 }),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event, k),
      },
      this.icon(i),
      el(
        'span', { class: 'ge-row-text' },
        el('span', { class: 'ge-row-title' }, events.title[i]),
        el('span', { class: 'ge-row-meta' }, metaLine(events, i)),
      ),
      figure ? el('span', { class: 'ge-row-figure' }, figureWords(events, figure)) : null,
    );
    button.style.top = `${k * ROW_PIXELS}px`;
    const place = { 'aria-setsize': this.rows.length, 'aria-posinset': k + 1 };
    return el('div', { class: 'ge-item', role: 'listitem', ...place }, button);
  }

  /** @param {number} i */
  icon(i) {
    const { events } = this;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const canvas = el('canvas', { class: 'ge-row-icon', 'aria-hidden': 'true', width: ICON_PIXELS * ratio, height: ICON_PIXELS * ratio });
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    const symbol = {
      type: events.type[i], radius: 8.5, prec: events.prec[i], status: events.status[i],
      disputed: false, confidence: events.confidence[i],
    };
    drawSymbol(context, ICON_PIXELS / 2, ICON_PIXELS / 2, symbol, THEMES[this.store.state.theme]);
    return canvas;
  }

  /** @param {KeyboardEvent} event @param {number} k */
  onKey(event, k) {
    const last = this.rows.length - 1;
    /** @type {Record<string, number>} */
    const targets = { ArrowDown: k + 1, ArrowUp: k - 1, PageDown: k + 8, PageUp: k - 8, Home: 0, End: last };
    if (!(event.key in targets)) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(last, targets[event.key]));
    this.reveal(next);
    this.focusRow(next);
  }

  /** Row of an event, -1 when it is not listed. @param {number} event */
  indexOf(event) {
    return Array.prototype.indexOf.call(this.rows, event);
  }

  /** @param {number} k */
  focusRow(k) {
    /** @type {any} */ (this.inner.querySelector(`[data-row="${k}"]`))?.focus({ preventScroll: true });
  }

  /** @param {number} k */
  reveal(k) {
    const top = k * ROW_PIXELS;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + ROW_PIXELS > scrollTop + clientHeight) {
      this.element.scrollTop = top + ROW_PIXELS - clientHeight;
    }
    this.draw();
  }
}
