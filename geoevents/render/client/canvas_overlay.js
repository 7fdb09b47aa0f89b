// @ts-check
/**
 * A canvas that follows the map. Built on Leaflet's `Renderer`, which already keeps a
 * container in step through drags and zoom animations.
 */

const PADDING = 0.25; // share of the map drawn beyond each edge, so a drag shows no gap

/**
 * @param {any} L Leaflet
 * @param {string} pane
 * @param {(frame: Frame) => void} draw
 * @returns {any} a Leaflet layer with `redraw()`
 *
 * @typedef {object} Frame
 * @property {CanvasRenderingContext2D} context in CSS pixels
 * @property {number} scale    pixels of the whole world at this zoom
 * @property {number} left     world pixel at the canvas's left edge
 * @property {number} top
 * @property {number} width
 * @property {number} height
 * @property {number} zoom
 */
export function canvasOverlay(L, pane, draw) {
  const Overlay = L.Renderer.extend({
    options: { pane, padding: PADDING },
    _initContainer() {
      this._container = document.createElement('canvas');
      this._container.setAttribute('aria-hidden', 'true');
    },
    _destroyContainer() {
      this._container.remove();
      this._container = null;
    },
    _update() {
      if (!this._container || (this._map._animatingZoom && this._bounds)) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = Math.min(3, window.devicePixelRatio || 1);
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const width = Math.round(size.x * ratio);
      const height = Math.round(size.y * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      }
      this._ratio = ratio;
      this.redraw();
    },
    _updatePaths() {},
    redraw() {
      if (!this._map || !this._bounds || !this._container) return;
      const origin = this._map.getPixelOrigin();
      const size = this._bounds.getSize();
      const context = this._container.getContext('2d');
      context.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
      context.clearRect(0, 0, size.x, size.y);
      draw({
        context,
        scale: 256 * 2 ** this._zoom,
        left: origin.x + this._bounds.min.x,
        top: origin.y + this._bounds.min.y,
        width: size.x,
        height: size.y,
        zoom: this._zoom,
      });
    },
  });
  return new Overlay();
}
