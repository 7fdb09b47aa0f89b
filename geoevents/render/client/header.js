// @ts-check
/** The sentence that states the view, and the page's tools. */

import { el, fill, formatNumber } from './dom.js';
import { rangeWords } from './words.js';

export class Header {
  /**
   * @param {import('./events.js').Events} events
   * @param {import('./state.js').StateStore} store
   * @param {{title?: string, total?: number, onPicture: () => void, onPrint?: () => void}} options
   */
  constructor(events, store, options) {
    this.events = events;
    this.store = store;
    this.options = options;
    this.sentence = el('div', { class: 'ge-sentence' });
    const tools = [
      this.tool('◐', 'Light or dark', () => {
        store.set({ theme: store.state.theme === 'dark' ? 'light' : 'dark' });
      }),
      this.tool('PNG', 'Save a picture of this view', options.onPicture),
      options.onPrint ? this.tool('Print', 'Print or save as PDF', options.onPrint) : null,
      this.tool('About', 'Method, sources and licences', () => store.set({ panel: 'about' })),
    ];
    this.element = el(
      'header', { class: 'ge-head' },
      options.title ? el('h1', { class: 'ge-title' }, options.title) : null,
      this.sentence,
      el('div', { class: 'ge-tools' }, ...tools),
    );
  }

  /** @param {string} label @param {string} title @param {() => void} onclick */
  tool(label, title, onclick) {
    return el('button', { type: 'button', class: 'ge-tool', title, 'aria-label': title, onclick }, label);
  }

  /** @param {import('./filter.js').Filtered} filtered */
  update(filtered) {
    const { events, store } = this;
    const total = Math.max(events.total + events.elsewhere, this.options.total ?? 0);
    const { from, to } = store.state;
    // A group at the edge of the range is counted whole.
    const about = events.isGrouped && (from !== null || to !== null) ? 'about ' : '';
    fill(
      this.sentence,
      el('strong', { class: 'ge-range' }, rangeWords(store.state, events)),
      el('span', { class: 'ge-shown' }, `${about}${formatNumber(filtered.shown)} of ${formatNumber(total)} events shown`),
      events.isGrouped && el('span', { class: 'ge-grouped' }, 'drawn as groups: zoom in for single events'),
      events.elsewhere > 0 && el('span', { class: 'ge-grouped' }, `${formatNumber(events.elsewhere)} elsewhere or without a place`),
      !events.elsewhere && this.tray('unplaced', filtered.unplaced, 'without a place'),
      this.tray('undated', filtered.undated, 'without a date'),
    );
  }

  /** @param {'unplaced'|'undated'} panel @param {number} count @param {string} words */
  tray(panel, count, words) {
    return el(
      'button',
      {
        type: 'button', class: 'ge-tray', 'data-tray': panel, disabled: !count,
        onclick: () => this.store.set({ panel, selection: -1 }),
      },
      `${formatNumber(count)} ${words}`,
    );
  }
}
