// @ts-check
/**
 * Colours. Event types use Okabe and Ito's palette, which stays apart under every
 * kind of colour blindness; each type has an inner mark as a second cue, and every
 * symbol a dark outline, because half the palette is pale on a pale map.
 */

/** In the order of `EventType`. */
export const TYPE_COLOURS = [
  '#d55e00', // Battles
  '#e69f00', // Explosions/Remote violence
  '#cc79a7', // Violence against civilians
  '#56b4e9', // Protests
  '#f0e442', // Riots
  '#0072b2', // Strategic developments
  '#009e73', // Disaster
];

/** Inner marks, same order; see `symbols.js`. */
export const TYPE_MARKS = ['cross', 'burst', 'diamond', 'flag', 'bolt', 'arrow', 'wave'];

/** Marks are dark on pale fills and white on the two dark ones. */
export const MARK_COLOURS = [
  '#ffffff', '#1b1b1b', '#1b1b1b', '#1b1b1b', '#1b1b1b', '#ffffff', '#ffffff',
];

export const THEMES = {
  light: {
    water: '#d3e2ea',
    land: '#f7f5f0',
    coast: '#9db4c0',
    lake: '#d3e2ea',
    river: '#b9d0dc',
    country: '#8d8794',
    disputed: '#8d8794',
    admin: '#dad5cf',
    label: '#4a4753',
    labelFaint: '#8a8591',
    seaLabel: '#7d9bab',
    halo: 'rgba(247,245,240,.88)',
    outline: '#26242b',
    paper: '#ffffff',
    ring: 'rgba(38,36,43,.55)',
    ringFill: 'rgba(38,36,43,.06)',
    select: '#111111',
    barFaded: 'rgba(60,58,66,.16)',
    axis: '#8a8591',
    brush: 'rgba(20,90,160,.10)',
    handle: '#1f5f99',
  },
  dark: {
    water: '#14181d',
    land: '#24282e',
    coast: '#3d4a55',
    lake: '#14181d',
    river: '#1b242c',
    country: '#777e8a',
    disputed: '#777e8a',
    admin: '#353a42',
    label: '#c3c6cd',
    labelFaint: '#82878f',
    seaLabel: '#56697a',
    halo: 'rgba(28,31,36,.85)',
    outline: '#0b0c0e',
    paper: '#1c1f24',
    ring: 'rgba(235,235,240,.6)',
    ringFill: 'rgba(235,235,240,.07)',
    select: '#ffffff',
    barFaded: 'rgba(200,205,215,.15)',
    axis: '#8b9099',
    brush: 'rgba(110,170,230,.13)',
    handle: '#7db4e6',
  },
};
