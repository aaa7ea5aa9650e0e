/** Charts as SVG, drawn on a server: no script, no document of a browser. The only importer of d3-scale. Pure. */
export { barChart, type Bar } from './barChart';
