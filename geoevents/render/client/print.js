// @ts-check
/** Before printing: light colours, the width of paper, and every row of the list. */

import { mapPicture } from './snapshot.js';

const PAPER_PIXELS = 700; // inside the margins of A4 and of Letter
const MOST_ROWS = 400;

/** @param {import('./app.js').View} view @returns {() => void} stops listening */
export function fitToPaper(view) {
  /** @type {'light'|'dark'|null} */
  let theme = null;
  /** @type {HTMLCanvasElement|null} one opaque picture: printers stumble over stacked layers */
  let picture = null;
  const before = () => {
    theme = view.store.state.theme;
    view.side.list.printed = MOST_ROWS;
    view.store.set({ theme: 'light' });
    view.flush();
    picture = mapPicture(view); // of the screen's width: paper shows what the reader saw
    picture.className = 'ge-paper-map';
    view.map.box.append(picture);
    view.frame.style.width = `${PAPER_PIXELS}px`;
    const scale = PAPER_PIXELS / view.map.map.getSize().x; // for the legend's circles
    view.frame.style.setProperty('--ge-paper-scale', String(scale));
    view.frame.classList.add('ge-on-paper');
    redraw();
  };
  const redraw = () => {
    view.timeline.draw();
    view.side.list.draw();
  };
  const after = () => {
    if (!theme) return;
    picture?.remove();
    view.frame.style.width = '';
    view.frame.classList.remove('ge-on-paper');
    view.side.list.printed = 0;
    view.store.set({ theme });
    theme = null;
    view.flush();
    redraw();
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
