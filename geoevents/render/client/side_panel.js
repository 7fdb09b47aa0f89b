// @ts-check
/** Beside the map: the list, the trays of what cannot be mapped or dated, the card. */

import { eventCard } from './card.js';
import { el, fill, formatNumber } from './dom.js';
import { NO_DAY } from './events.js';
import { EventList } from './list.js';

export class SidePanel {
  /**
   * @param {import('./events.js').Events} events
   * @param {import('./state.js').StateStore} store
   * @param {() => import('./filter.js').Filtered} getFiltered
   */
  constructor(events, store, getFiltered) {
    this.events = events;
    this.store = store;
    this.getFiltered = getFiltered;
    this.list = new EventList(events, store);
    // A group has no words of its own to search.
    const label = events.isGrouped ? 'Zoom in to search single events' : 'Search events, places, quotes';
    this.search = el('input', {
      type: 'search', class: 'ge-search', placeholder: label, 'aria-label': label, disabled: events.isGrouped,
      oninput: () => store.set({ text: this.search.value }),
    });
    this.tabs = el('div', { class: 'ge-tabs', role: 'tablist', 'aria-label': 'Which events' });
    this.card = el('div', { class: 'ge-card-box', hidden: true });
    this.browse = el('div', { class: 'ge-browse' }, this.search, this.tabs, this.list.element);
    this.element = el(
      'aside',
      {
        class: 'ge-side', 'aria-label': 'Events',
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === 'Escape' && store.state.selection >= 0) store.set({ selection: -1 });
        },
      },
      this.browse, this.card,
    );
    this.opened = -1; // the row to come back to
  }

  /** Events of the open tab that pass the filter. */
  rows() {
    const { mask } = this.getFiltered();
    const { panel, stack } = this.store.state;
    if (panel === 'stack') return stack.filter((i) => mask[i]);
    const { events } = this;
    const rows = [];
    for (let i = 0; i < events.count; i += 1) {
      if (!mask[i]) continue;
      if (panel === 'unplaced' && events.place[i] >= 0) continue;
      if (panel === 'undated' && events.start[i] !== NO_DAY) continue;
      rows.push(i);
    }
    return rows;
  }

  /** @param {Set<string>} changed */
  update(changed) {
    const { state } = this.store;
    if (this.search.value !== state.text) this.search.value = state.text;
    this.drawTabs();
    this.list.show(this.rows());
    if (changed.has('panel') || changed.has('stack')) this.list.element.scrollTop = 0;
    this.showCard(changed);
  }

  drawTabs() {
    const filtered = this.getFiltered();
    const { panel, stack } = this.store.state;
    const tabs = [
      ['list', 'Events', filtered.shown],
      ['unplaced', 'No place', filtered.unplaced],
      ['undated', 'No date', filtered.undated],
    ];
    if (panel === 'stack') tabs.unshift(['stack', 'Here', stack.length]);
    fill(this.tabs, ...tabs.map(([name, label, count]) => this.tab(String(name), String(label), Number(count))));
  }

  /** @param {string} name @param {string} label @param {number} count */
  tab(name, label, count) {
    return el(
      'button',
      {
        type: 'button', role: 'tab', class: 'ge-tab', 'data-panel': name,
        'aria-selected': String(this.store.state.panel === name),
        onclick: () => this.store.set({ panel: /** @type {any} */ (name), selection: -1 }),
      },
      label, el('span', { class: 'ge-count' }, formatNumber(count)),
    );
  }

  /** @param {Set<string>} changed */
  showCard(changed) {
    const { selection } = this.store.state;
    const hasFocus = this.element.contains(document.activeElement);
    this.card.hidden = selection < 0;
    this.browse.hidden = selection >= 0;
    this.element.classList.toggle('ge-has-card', selection >= 0);
    if (!changed.has('selection')) return;
    if (selection >= 0) {
      fill(this.card, this.cardBar(selection), eventCard(this.events, selection));
      this.card.scrollTop = 0;
    }
    if (hasFocus) this.moveFocus(selection);
    this.opened = selection;
  }

  /** Into the card that has opened, or back to its row. @param {number} selection */
  moveFocus(selection) {
    if (selection < 0) {
      const row = this.list.indexOf(this.opened);
      if (row >= 0) this.list.reveal(row);
      this.list.focusRow(row);
    } else if (this.opened < 0 || !this.card.contains(document.activeElement)) {
      this.card.querySelector('.ge-back')?.focus({ preventScroll: true });
    }
  }

  /** Back, and the neighbours in the list. @param {number} selection */
  cardBar(selection) {
    const rows = this.rows();
    const at = rows.indexOf(selection);
    const go = (/** @type {number} */ step) => () => {
      const next = rows[at + step];
      if (next !== undefined) this.store.set({ selection: next });
    };
    return el(
      'div', { class: 'ge-card-bar' },
      el('button', { type: 'button', class: 'ge-back', onclick: () => this.store.set({ selection: -1 }) }, '← All events'),
      el('span', { class: 'ge-card-place' }, at < 0 ? '' : `${formatNumber(at + 1)} of ${formatNumber(rows.length)}`),
      el('button', { type: 'button', 'aria-label': 'Earlier event', 'data-step': -1, disabled: at <= 0, onclick: go(-1) }, '‹'),
      el('button', { type: 'button', 'aria-label': 'Later event', 'data-step': 1, disabled: at < 0 || at >= rows.length - 1, onclick: go(1) }, '›'),
    );
  }
}
