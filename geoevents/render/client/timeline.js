// @ts-check
/**
 * The histogram under the map with its brush: the only owner of the date range.
 */

import { formatDay, formatRange } from './days.js';
import { el } from './dom.js';
import { DayWeights, floorTo, grainFor, nextBin } from './histogram.js';
import { THEMES } from './palette.js';
import { HEIGHT, SIDE, paintAxis, paintBars, paintBrush } from './timeline_paint.js';

const KEYS =
  'First and last day: arrows move one, with shift both; Home and End show all before or after; ' +
  'space plays; Escape shows the whole time';
const GRAB_PIXELS = 9;
const LEAST_SPAN_DAYS = 14;

export class Timeline {
  /**
   * @param {import('./events.js').Events} events
   * @param {import('./state.js').StateStore} store
   */
  constructor(events, store) {
    this.events = events;
    this.store = store;
    this.weights = new DayWeights(events);
    this.from = events.first;
    this.to = Math.max(events.last, events.first + LEAST_SPAN_DAYS);
    this.width = 0;
    /** Called when the brush is let go. */
    this.onRelease = () => {};
    this.canvas = el('canvas', { class: 'ge-time-canvas', 'aria-hidden': 'true' });
    this.handles = [this.handle('from', 'First day'), this.handle('to', 'Last day')];
    this.element = el('div', { class: 'ge-time-plot', role: 'group', 'aria-label': KEYS }, this.canvas, ...this.handles);
    this.tip = el('div', { class: 'ge-time-tip', hidden: true });
    this.element.append(this.tip);
    this.listen();
  }

  /** A focusable end of the brush. @param {'from'|'to'} side @param {string} label */
  handle(side, label) {
    return el('div', {
      class: 'ge-time-handle',
      role: 'slider',
      tabindex: '0',
      'aria-label': label,
      'data-side': side,
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event, side),
    });
  }

  /** Range as days, bounds filled in. */
  range() {
    const { state } = this.store;
    return {
      from: state.from ?? this.events.first,
      to: state.to ?? this.events.last,
    };
  }

  /** @param {number} from @param {number} to */
  setRange(from, to) {
    const { first, last } = this.events;
    const low = Math.max(first, Math.min(last, Math.min(from, to)));
    const high = Math.min(last, Math.max(first, Math.max(from, to)));
    const isAll = low <= first && high >= last;
    this.store.set({ from: isAll ? null : low, to: isAll ? null : high });
  }

  /** @param {number} day left edge of the day in pixels */
  x(day) {
    return SIDE + ((day - this.from) / (this.to - this.from + 1)) * (this.width - 2 * SIDE);
  }

  /** @param {number} x */
  dayAt(x) {
    const share = (x - SIDE) / (this.width - 2 * SIDE);
    return Math.floor(this.from + share * (this.to - this.from + 1));
  }

  grain() {
    return grainFor(this.to - this.from + 1, this.width - 2 * SIDE);
  }

  /** Words or types changed: count the days again. @param {Uint8Array} mask */
  recount(mask) {
    this.weights.update(mask);
    this.binned = null;
  }

  draw() {
    const width = this.element.clientWidth;
    if (!width || !this.events.isDated) return;
    if (width !== this.width) this.binned = null;
    this.width = width;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (this.canvas.width !== Math.round(width * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(HEIGHT * ratio);
    }
    const c = this.canvas.getContext('2d');
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, width, HEIGHT);
    const theme = THEMES[this.store.state.theme];
    paintBars(c, this, theme);
    paintAxis(c, this, theme);
    paintBrush(c, this, theme);
    this.placeHandles();
  }

  bins() {
    if (!this.binned) this.binned = this.weights.bins(this.from, this.to, this.grain());
    return this.binned;
  }

  placeHandles() {
    const range = this.range();
    const { first, last } = this.events;
    const values = [range.from, range.to];
    this.handles.forEach((handle, k) => {
      handle.style.left = `${this.x(k ? values[1] + 1 : values[0])}px`;
      handle.setAttribute('aria-valuemin', String(k ? range.from : first));
      handle.setAttribute('aria-valuemax', String(k ? last : range.to));
      handle.setAttribute('aria-valuenow', String(values[k]));
      handle.setAttribute('aria-valuetext', formatDay(values[k]));
    });
  }

  listen() {
    this.element.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => this.onDown(event));
    this.element.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => this.onHover(event));
    this.element.addEventListener('pointerleave', () => {
      this.tip.hidden = true;
    });
    this.element.addEventListener('dblclick', () => this.store.set({ from: null, to: null }));
    this.element.addEventListener('wheel', (/** @type {WheelEvent} */ event) => this.onWheel(event), { passive: false });
  }

  /** @param {PointerEvent} event */
  localX(event) {
    return event.clientX - this.element.getBoundingClientRect().left;
  }

  /** What a press at x would take hold of. @param {number} x */
  gripAt(x) {
    const range = this.range();
    const x0 = this.x(range.from);
    const x1 = this.x(range.to + 1);
    const toStart = Math.abs(x - x0);
    const toEnd = Math.abs(x - x1);
    if (Math.min(toStart, toEnd) <= GRAB_PIXELS) return toStart < toEnd ? 'from' : 'to';
    const isAll = this.store.state.from === null && this.store.state.to === null;
    return !isAll && x > x0 && x < x1 ? 'window' : 'new';
  }

  /** @param {PointerEvent} event */
  onDown(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const x = this.localX(event);
    const grip = this.gripAt(x);
    const before = this.range();
    const startDay = this.dayAt(x);
    let hasMoved = false;
    this.store.set({ playing: false });
    this.element.setPointerCapture(event.pointerId);
    const onMove = (/** @type {PointerEvent} */ move) => {
      const now = this.localX(move);
      if (!hasMoved && Math.abs(now - x) < 3) return;
      hasMoved = true;
      this.drag(grip, before, startDay, this.dayAt(now));
    };
    const onUp = () => {
      this.element.removeEventListener('pointermove', onMove);
      this.element.removeEventListener('pointerup', onUp);
      this.element.removeEventListener('pointercancel', onUp);
      if (!hasMoved && grip === 'new') {
        const start = floorTo(startDay, this.grain());
        this.setRange(start, nextBin(start, this.grain()) - 1);
      }
      this.onRelease();
    };
    this.element.addEventListener('pointermove', onMove);
    this.element.addEventListener('pointerup', onUp);
    this.element.addEventListener('pointercancel', onUp);
  }

  /**
   * @param {string} grip
   * @param {{from: number, to: number}} before
   * @param {number} startDay @param {number} day
   */
  drag(grip, before, startDay, day) {
    if (grip === 'from') this.setRange(Math.min(day, before.to), before.to);
    else if (grip === 'to') this.setRange(before.from, Math.max(day, before.from));
    else if (grip === 'new') this.setRange(Math.min(startDay, day), Math.max(startDay, day));
    else this.shift(before, day - startDay);
  }

  /** Move the window, keeping its length. @param {{from: number, to: number}} range @param {number} days */
  shift(range, days) {
    const { first, last } = this.events;
    const bounded = Math.max(first - range.from, Math.min(last - range.to, days));
    this.setRange(range.from + bounded, range.to + bounded);
  }

  /** @param {PointerEvent} event */
  onHover(event) {
    const x = this.localX(event);
    const grip = this.gripAt(x);
    this.element.style.cursor =
      grip === 'window' ? 'grab' : grip === 'new' ? 'crosshair' : 'ew-resize';
    const day = this.dayAt(x);
    const bin = this.bins().find((each) => day >= each.start && day <= each.end);
    this.tip.hidden = !bin;
    if (!bin) return;
    const weight = Math.round(bin.total * 10) / 10;
    this.tip.textContent = `${formatRange(bin.start, bin.end)} · ${weight}`;
    this.tip.style.left = `${Math.max(70, Math.min(this.width - 70, x))}px`;
  }

  /** Zoom the time axis around the pointer. @param {WheelEvent} event */
  onWheel(event) {
    if (!event.deltaY) return;
    event.preventDefault();
    const rect = this.element.getBoundingClientRect();
    const share = (event.clientX - rect.left - SIDE) / (this.width - 2 * SIDE);
    const factor = event.deltaY > 0 ? 1.25 : 0.8;
    const { first } = this.events;
    const last = Math.max(this.events.last, first + LEAST_SPAN_DAYS);
    const span = Math.max(LEAST_SPAN_DAYS, Math.round((this.to - this.from) * factor));
    const pivot = this.from + share * (this.to - this.from);
    const from = Math.max(first, Math.round(pivot - share * span));
    this.from = from;
    this.to = Math.min(last, from + span);
    if (this.to - this.from < span) this.from = Math.max(first, this.to - span);
    this.binned = null;
    this.draw();
  }

  /** @param {KeyboardEvent} event @param {'from'|'to'} side */
  onKey(event, side) {
    const range = this.range();
    const grain = this.grain();
    const step = grain === 'day' ? 1 : grain === 'week' ? 7 : 30;
    const moves = { ArrowLeft: -step, ArrowRight: step, ArrowDown: -1, ArrowUp: 1 };
    if (event.key === ' ') this.store.set({ playing: !this.store.state.playing });
    else if (event.key === 'Home') this.setRange(this.events.first, range.to);
    else if (event.key === 'End') this.setRange(range.from, this.events.last);
    else if (event.key === 'Escape') this.store.set({ from: null, to: null });
    else if (event.key in moves) {
      const by = moves[/** @type {keyof typeof moves} */ (event.key)];
      if (event.shiftKey) this.shift(range, by);
      else if (side === 'from') this.setRange(Math.min(range.from + by, range.to), range.to);
      else this.setRange(range.from, Math.max(range.to + by, range.from));
    } else return;
    event.preventDefault();
  }
}
