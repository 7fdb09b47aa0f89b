// @ts-check
/**
 * One state object. Every control writes here and draws from here; nothing else
 * remembers a range, a search or a selection.
 *
 * @typedef {object} State
 * @property {number|null} from     first day, inclusive; null: no bound
 * @property {number|null} to       last day, inclusive
 * @property {boolean} certain      only events whose whole interval lies inside
 * @property {Set<number>|null} types
 * @property {string} text
 * @property {number} selection     event index, -1 none
 * @property {number} hover
 * @property {'list'|'unplaced'|'undated'|'stack'|'about'} panel
 * @property {number[]} stack       events at the place that was clicked
 * @property {import('./messages.js').View|null} view
 * @property {number} revision
 * @property {boolean} playing
 * @property {'light'|'dark'} theme
 */

/** @returns {State} */
export function initialState() {
  return {
    from: null,
    to: null,
    certain: false,
    types: null,
    text: '',
    selection: -1,
    hover: -1,
    panel: 'list',
    stack: [],
    view: null,
    revision: 0,
    playing: false,
    theme: 'light',
  };
}

const REPORTED = new Set(['from', 'to', 'certain', 'types', 'text', 'selection', 'view']);

export class StateStore {
  /** @param {State} state */
  constructor(state) {
    this.state = state;
    /** @type {((state: State, changed: Set<string>) => void)[]} */
    this.listeners = [];
  }

  /** @param {(state: State, changed: Set<string>) => void} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /**
   * Write some fields. A write by the reader counts a revision up; a write by the
   * shell brings its own.
   * @param {Partial<State>} patch
   */
  set(patch) {
    const changed = new Set();
    for (const [name, value] of Object.entries(patch)) {
      if (/** @type {any} */ (this.state)[name] === value) continue;
      /** @type {any} */ (this.state)[name] = value;
      changed.add(name);
    }
    if (!changed.size) return;
    const isReported = [...changed].some((name) => REPORTED.has(name));
    if (isReported && !changed.has('revision')) {
      this.state.revision += 1;
      changed.add('revision');
    }
    for (const listener of this.listeners) listener(this.state, changed);
  }
}
