// @ts-check
/**
 * Puts the parts together: one state, one filter, everything drawn from them. Both
 * shells call `createView` and nothing else.
 */

import { aboutBox } from './about.js';
import { Announcer } from './announcer.js';
import { Basemap } from './basemap.js';
import { el } from './dom.js';
import { Events } from './events.js';
import { emptyFilter, filterDates, filterWords } from './filter.js';
import { Header } from './header.js';
import { Legend } from './legend.js';
import { MapPane } from './map_pane.js';
import { patchFromConfig, reportOf } from './messages.js';
import { fitToPaper } from './print.js';
import { SidePanel } from './side_panel.js';
import { savePicture } from './snapshot.js';
import { StateStore, initialState } from './state.js';
import { Timeline } from './timeline.js';
import { TimelineControls } from './timeline_controls.js';

const LIST_PAUSE_MS = 100; // the list follows a moving brush this often, the map every frame
const REPORT_DELAY_MS = 120; // after the last change; a drag sends one report

export class View {
  /**
   * @param {HTMLElement} root
   * @param {{L: any, payload: any, basemap: Uint8Array|null, config: import('./messages.js').Config,
   *   onReport?: (report: import('./messages.js').Report) => void, canPrint?: boolean}} given
   */
  constructor(root, given) {
    this.root = root;
    this.config = given.config;
    this.onReport = given.onReport;
    this.events = new Events(given.payload);
    this.store = new StateStore(initialState());
    this.filtered = emptyFilter(this.events);
    const getFiltered = () => this.filtered;
    const basemap = given.basemap ? new Basemap(given.basemap) : null;
    this.map = new MapPane(given.L, this.events, basemap, this.store, getFiltered, given.config);
    this.timeline = new Timeline(this.events, this.store);
    this.controls = new TimelineControls(this.timeline, this.store);
    this.side = new SidePanel(this.events, this.store, getFiltered);
    this.legend = new Legend(this.events, this.store);
    this.header = new Header(this.events, this.store, {
      title: given.config.title,
      total: given.config.total,
      onPicture: () => savePicture(this),
      onPrint: given.canPrint ? () => window.print() : undefined,
    });
    this.announcer = new Announcer(this.events, this.store, getFiltered);
    this.pending = new Set();
    this.scheduled = 0;
    this.listed = 0;
    this.listing = 0;
    this.reporting = 0;
    this.reported = -1;
    /** @type {any} */
    this.about = null;
    this.lay();
    this.start();
  }

  lay() {
    this.map.element.append(this.legend.element);
    this.main = el('div', { class: 'ge-main' }, this.map.element, this.side.element);
    const time = el(
      'section', { class: 'ge-time', 'aria-label': 'Timeline' },
      this.timeline.element, this.controls.element,
    );
    time.hidden = !this.events.isDated;
    this.frame = el('div', { class: 'ge' }, this.header.element, this.main, time, this.announcer.element);
    this.root.replaceChildren(this.frame);
    if (this.config.height) this.frame.style.height = `${this.config.height}px`;
  }

  start() {
    const { config } = this;
    Object.assign(this.store.state, patchFromConfig(config, this.events), {
      theme: themeOf(config.theme),
      view: config.view ?? null,
    });
    this.refilter(new Set(['text', 'from']));
    this.showTheme();
    this.legend.openIfRoom(this.map.element.clientWidth);
    this.map.start();
    this.store.subscribe((_, changed) => this.onChange(changed));
    this.update(new Set(['all', 'selection', 'panel', 'theme']));
    if (this.store.state.selection >= 0) this.map.reveal(this.store.state.selection);
    this.timeline.onRelease = () => {
      this.flush();
      this.sendReport(); // no waiting: the reader has let go
    };
    // Whoever leaves the map may be on the way to the export button.
    this.frame.addEventListener('pointerleave', () => this.reporting && this.sendReport());
    this.observer = new ResizeObserver(() => this.onResize());
    this.observer.observe(this.frame);
    this.stopPrinting = fitToPaper(this);
  }

  onResize() {
    this.map.map.invalidateSize({ animate: false });
    this.timeline.draw();
    this.side.list.draw();
  }

  /** @param {Set<string>} changed */
  onChange(changed) {
    if (changed.has('theme')) this.showTheme();
    for (const name of changed) this.pending.add(name);
    if (!this.scheduled) this.scheduled = requestAnimationFrame(() => this.flush());
    this.report();
  }

  /** Everything that changed since the last frame, drawn once. */
  flush() {
    cancelAnimationFrame(this.scheduled);
    this.scheduled = 0;
    const changed = this.pending;
    this.pending = new Set();
    this.refilter(changed);
    this.update(changed);
  }

  /** @param {Set<string>} changed */
  refilter(changed) {
    const { events, store, filtered } = this;
    const isWords = changed.has('text') || changed.has('types');
    if (isWords) {
      filterWords(events, store.state, filtered);
      this.timeline.recount(filtered.undatedMask);
    }
    if (isWords || changed.has('from') || changed.has('to') || changed.has('certain')) {
      filterDates(events, store.state, filtered);
      changed.add('filtered');
    }
  }

  /** @param {Set<string>} changed */
  update(changed) {
    const has = (/** @type {string[]} */ ...names) => names.some((name) => changed.has(name));
    const isFiltered = has('filtered', 'all');
    if (isFiltered || has('hover', 'selection')) this.map.redraw();
    if (isFiltered || has('theme')) this.timeline.draw();
    if (isFiltered) this.header.update(this.filtered);
    if (isFiltered || has('selection', 'panel', 'stack', 'theme')) this.updateLists(changed);
    if (has('selection') && this.store.state.selection >= 0) this.map.reveal(this.store.state.selection);
    if (has('panel')) this.showAbout();
  }

  /** List and legend: at once when still, now and then while the range moves. @param {Set<string>} changed */
  updateLists(changed) {
    const now = performance.now();
    const isMoving = now - this.listed < LIST_PAUSE_MS;
    const isOnlyFilter = !['selection', 'panel', 'stack', 'theme', 'all'].some((name) => changed.has(name));
    clearTimeout(this.listing);
    if (isMoving && isOnlyFilter) {
      this.listing = window.setTimeout(() => this.updateLists(changed), LIST_PAUSE_MS);
      return;
    }
    this.listed = now;
    this.legend.update(this.filtered.byType);
    this.side.update(changed);
  }

  showTheme() {
    this.frame.dataset.theme = this.store.state.theme;
    if (this.map.map) this.map.repaint();
  }

  showAbout() {
    this.about?.remove();
    this.about = null;
    if (this.store.state.panel !== 'about') return;
    this.about = aboutBox(this.config, () => this.store.set({ panel: 'list' }));
    this.main.append(this.about);
    this.about.querySelector('button').focus();
  }

  /** Tell the shell, once things are still. */
  report() {
    if (!this.onReport) return;
    clearTimeout(this.reporting);
    this.reporting = window.setTimeout(() => this.sendReport(), REPORT_DELAY_MS);
  }

  sendReport() {
    clearTimeout(this.reporting);
    this.reporting = 0;
    const { state } = this.store;
    if (state.playing || state.revision === this.reported) return;
    this.reported = state.revision;
    this.onReport?.(this.currentReport());
  }

  currentReport() {
    const state = { ...this.store.state, view: this.map.currentView() };
    return reportOf(state, this.events, this.filtered.shown, this.map.viewBox());
  }

  /**
   * A write by the shell: wins when its revision is higher than the page's.
   * @param {import('./messages.js').Config} config
   */
  applyConfig(config) {
    // Only a change of the shell's theme counts: the reader may have chosen the other.
    if (config.theme && config.theme !== this.config.theme) {
      this.config = { ...this.config, theme: config.theme };
      this.store.set({ theme: themeOf(config.theme) });
    }
    if (config.tiles !== undefined) this.map.online.show(config.tiles);
    if ((config.revision ?? 0) <= this.store.state.revision) return;
    // The report that follows tells the shell that its write has been taken.
    this.store.set(patchFromConfig(config, this.events));
    if (config.view) this.map.map.setView([config.view.lat, config.view.lon], config.view.zoom);
  }

  destroy() {
    clearTimeout(this.reporting);
    clearTimeout(this.listing);
    this.store.state.playing = false;
    this.observer?.disconnect();
    this.stopPrinting?.();
    this.announcer.stop();
    this.map.map.remove();
    this.root.replaceChildren();
  }
}

/** @param {import('./messages.js').Config['theme']} theme @returns {'light'|'dark'} */
function themeOf(theme) {
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** @param {HTMLElement} root @param {ConstructorParameters<typeof View>[1]} given */
export function createView(root, given) {
  return new View(root, given);
}
