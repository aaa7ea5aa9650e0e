import { scaleBand, scaleLinear } from 'd3-scale';
import { html, type Html } from '../page';

/** One bar: what it is about, how long it is, and what stands behind it. A length below zero goes to the left. */
export interface Bar {
	label: string;
	value: number;
	text: string;
}

const WIDTH = 760;
const LABELS = 230;
const TEXTS = 130;
const ROW = 28;
const AXIS = 24;
/** Letters that fit before the bars, at the size of the page's style. */
const LONGEST_LABEL = 30;
const TICKS = 5;

const shortened = (label: string): string => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label);

const rounded = (position: number): string => position.toFixed(1);

/**
 * Bars one below the other, with an axis below them; the scale is made by d3-scale.
 *
 * @param title for those who do not see it
 * @param bars in the order in which they are drawn; with none there is nothing to draw
 * @returns an `svg` element whose colors are those of the page's style
 */
export function barChart(title: string, bars: readonly Bar[]): Html | undefined {
	if (bars.length === 0) return undefined;
	const values = bars.map(({ value }) => value);
	const places = bars.map((_, index) => String(index));
	const x = scaleLinear()
		.domain(values.every((value) => value === 0) ? [0, 1] : [Math.min(0, ...values), Math.max(0, ...values)])
		.nice(TICKS)
		.range([LABELS, WIDTH - TEXTS]);
	const y = scaleBand()
		.domain(places)
		.range([0, bars.length * ROW])
		.padding(0.25);
	const bottom = bars.length * ROW;
	const write = x.tickFormat(TICKS, '~s');
	const areCounts = values.every(Number.isInteger);
	const grid = x
		.ticks(TICKS)
		.filter((tick) => !areCounts || Number.isInteger(tick))
		.map(
			(tick) =>
				html`<line x1="${rounded(x(tick))}" x2="${rounded(x(tick))}" y1="0" y2="${bottom}" />
					<text class="tick" x="${rounded(x(tick))}" y="${bottom + 17}">${write(tick)}</text>`,
		);
	const drawn = bars.map(({ label, value, text }, index) => {
		const top = y(places[index]!) ?? 0;
		const [left, right] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
		const middle = rounded(top + y.bandwidth() / 2 + 5);
		return html`<text class="label" x="${LABELS - 10}" y="${middle}">${shortened(label)}</text>
			<rect
				class="${value < 0 ? 'below' : 'bar'}"
				x="${rounded(left)}"
				y="${rounded(top)}"
				width="${rounded(right - left)}"
				height="${rounded(y.bandwidth())}"
			/>
			<text x="${rounded(right + 8)}" y="${middle}">${text}</text>`;
	});
	return html`<svg
		class="chart"
		role="img"
		aria-label="${title}"
		viewBox="0 0 ${WIDTH} ${bottom + AXIS}"
		xmlns="http://www.w3.org/2000/svg"
	>
		${grid}${drawn}
	</svg>`;
}
