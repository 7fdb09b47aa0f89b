// @ts-check
/** The dashboard's carrier of big blobs: shows nothing, keeps bytes for the map. */

import { putBlob } from './blobs.js';

/** `data`: 4 bytes length, that many bytes of name, then the blob. */
/** @param {{data: any, parentElement: HTMLElement}} component */
export default function carry({ data, parentElement }) {
  const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const name = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  putBlob(name, bytes.slice(4 + length));
  const box = /** @type {HTMLElement|null} */ (parentElement.closest('[data-testid="stElementContainer"]'));
  if (box) box.style.display = 'none';
}
