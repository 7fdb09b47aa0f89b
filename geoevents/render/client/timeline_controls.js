// @ts-check
/** Typed dates, presets, play and "certain": all write the range of the one state. */

import { dayToIso, isoToDay } from './days.js';
import { el } from './dom.js';

const PRESETS = [
  { label: 'All', days: 0, title: 'Every event, undated ones too' },
  { label: '7 d', days: 7, title: 'Last 7 days of the data' },
  { label: '30 d', days: 30, title: 'Last 30 days of the data' },
  { label: '90 d', days: 90, title: 'Last 90 days of the data' },
  { label: '1 y', days: 365, title: 'Last 365 days of the data' },
];
const SPEEDS = [1, 2, 4, 8];
const SECONDS_FOR_ALL = 24; // at speed 1 the window crosses all of the data in this time
const WINDOW_SHARE = 12; // without a range, play shows one twelfth at a time

export class TimelineControls {
  /** @param {import('./timeline.js').Timeline} timeline @param {import('./state.js').StateStore} store */
  constructor(timeline, store) {
    this.timeline = timeline;
    this.store = store;
    this.speed = 1;
    this.play = el('button', {
      class: 'ge-play', type: 'button', 'aria-label': 'Play through time', title: 'Play (space)',
      onclick: () => store.set({ playing: !store.state.playing }),
    });
    this.from = this.dateInput('From', 'from');
    this.to = this.dateInput('To', 'to');
    this.presets = PRESETS.map((preset) => this.presetButton(preset));
    this.certain = el('input', {
      type: 'checkbox',
      onchange: () => store.set({ certain: this.certain.checked }),
    });
    this.element = this.layout();
    store.subscribe((state, changed) => {
      if (changed.has('playing') && state.playing) this.start();
      this.update();
    });
    this.update();
  }

  layout() {
    const speeds = el(
      'select',
      {
        class: 'ge-speed', 'aria-label': 'Speed of play',
        onchange: (/** @type {any} */ event) => {
          this.speed = Number(event.target.value);
        },
      },
      ...SPEEDS.map((speed) => el('option', { value: speed }, `${speed}×`)),
    );
    const certain = el(
      'label',
      {
        class: 'ge-certain',
        title: 'Leave out events whose dates only may fall inside the range',
      },
      this.certain, 'certain only',
    );
    return el(
      'div', { class: 'ge-time-controls' },
      el('span', { class: 'ge-group' }, this.play, speeds),
      el('span', { class: 'ge-group' }, this.from, el('span', { class: 'ge-dash' }, '–'), this.to),
      el('span', { class: 'ge-group ge-presets', role: 'group', 'aria-label': 'Presets' }, ...this.presets),
      certain,
    );
  }

  /** @param {string} label @param {'from'|'to'} side */
  dateInput(label, side) {
    return el('input', {
      // Text, not a date box: that would show 03/04 or 04/03 by the reader's locale.
      type: 'text', class: 'ge-date', 'aria-label': label, placeholder: 'YYYY-MM-DD',
      inputmode: 'numeric', maxlength: 10, size: 10, autocomplete: 'off', spellcheck: 'false',
      onchange: (/** @type {any} */ event) => {
        const day = isoToDay(event.target.value);
        event.target.setAttribute('aria-invalid', String(day === null));
        if (day === null) return;
        const range = this.timeline.range();
        if (side === 'from') this.timeline.setRange(day, Math.max(day, range.to));
        else this.timeline.setRange(Math.min(day, range.from), day);
      },
      onblur: () => this.update(),
    });
  }

  /** @param {{label: string, days: number, title: string}} preset */
  presetButton(preset) {
    return el('button', {
      type: 'button', title: preset.title, 'data-days': preset.days,
      onclick: () => {
        const { events } = this.timeline;
        if (!preset.days) this.store.set({ from: null, to: null });
        else this.timeline.setRange(events.last - preset.days + 1, events.last);
      },
    }, preset.label);
  }

  update() {
    const { state } = this.store;
    const range = this.timeline.range();
    this.play.textContent = state.playing ? '❚❚' : '▶';
    this.play.setAttribute('aria-pressed', String(state.playing));
    if (this.timeline.events.isDated) {
      if (document.activeElement !== this.from) this.from.value = dayToIso(range.from);
      if (document.activeElement !== this.to) this.to.value = dayToIso(range.to);
    }
    this.certain.checked = state.certain;
    const isAll = state.from === null && state.to === null;
    for (const button of this.presets) {
      const days = Number(button.dataset.days);
      const { last } = this.timeline.events;
      const isOn = days ? !isAll && range.to === last && range.from === last - days + 1 : isAll;
      button.setAttribute('aria-pressed', String(isOn));
    }
  }

  /** Move the window to the end, a share of the data each frame; whole days only. */
  start() {
    const { events } = this.timeline;
    const all = events.last - events.first + 1;
    let { from, to } = this.timeline.range();
    let length = to - from + 1;
    if (length >= all) length = Math.max(1, Math.round(all / WINDOW_SHARE));
    if (to >= events.last) from = events.first;
    let position = from;
    let before = 0;
    const step = (/** @type {number} */ now) => {
      if (!this.store.state.playing) return;
      const seconds = before ? Math.min(0.1, (now - before) / 1000) : 0;
      before = now;
      position += (seconds * this.speed * all) / SECONDS_FOR_ALL;
      from = Math.min(events.last - length + 1, Math.floor(position));
      this.timeline.setRange(from, from + length - 1);
      if (from + length - 1 >= events.last) this.store.set({ playing: false });
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }
}
