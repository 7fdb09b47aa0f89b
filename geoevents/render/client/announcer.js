// @ts-check
/** Tells screen readers what changed, in one sentence, once things are still. */

import { el, formatNumber } from './dom.js';
import { metaLine, rangeWords } from './words.js';

const PAUSE_MS = 350; // a drag or a held key is told once, at its end

export class Announcer {
  /**
   * @param {import('./events.js').Events} events
   * @param {import('./state.js').StateStore} store
   * @param {() => import('./filter.js').Filtered} getFiltered
   */
  constructor(events, store, getFiltered) {
    this.events = events;
    this.store = store;
    this.getFiltered = getFiltered;
    this.waiting = 0;
    this.element = el('div', { class: 'ge-live', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
    store.subscribe((_, changed) => this.onChange(changed));
  }

  /** @param {Set<string>} changed */
  onChange(changed) {
    if (changed.has('selection') && this.store.state.selection >= 0) this.later(() => this.selection());
    else if (['from', 'to', 'certain', 'types', 'text', 'playing'].some((name) => changed.has(name))) {
      this.later(() => this.counts());
    }
  }

  /** @param {() => string} words asked for only when they are said */
  later(words) {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      if (!this.store.state.playing) this.element.textContent = words();
    }, PAUSE_MS);
  }

  counts() {
    const { shown, unplaced, undated } = this.getFiltered();
    const { total, elsewhere } = this.events;
    return (
      `${formatNumber(shown)} of ${formatNumber(total + elsewhere)} events shown, ${rangeWords(this.store.state, this.events)}; ` +
      `${formatNumber(unplaced)} without a place, ${formatNumber(undated)} without a date`
    );
  }

  selection() {
    const { selection } = this.store.state;
    return selection < 0 ? '' : `Opened: ${this.events.title[selection]}, ${metaLine(this.events, selection)}`;
  }

  stop() {
    clearTimeout(this.waiting);
  }
}
