// @ts-check
/** Leaflet's UMD script as a value: no global, no script element. */

/** @type {Promise<any>|null} */
let loaded = null;

/** @param {Uint8Array} bytes @returns {Promise<any>} */
export function loadLeaflet(bytes) {
  if (!loaded) {
    const source = new TextDecoder().decode(bytes);
    const box = { exports: {} };
    // The script comes from the installed package XStatic-Leaflet, never from data.
    new Function('module', 'exports', 'define', source).call(globalThis, box, box.exports, undefined);
    loaded = Promise.resolve(box.exports);
  }
  return loaded;
}
