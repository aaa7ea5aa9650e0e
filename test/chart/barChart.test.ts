import { barChart } from '../../nodes/shared/chart';

const widths = (svg: string, name: string) =>
	[...svg.matchAll(new RegExp(`class="${name}"\\s+x="([\\d.]+)"\\s+y="[\\d.]+"\\s+width="([\\d.]+)"`, 'g'))].map(
		([, x, width]) => [Number(x), Number(width)],
	);

test('bars begin at zero, and those below it go to the left', () => {
	// A scale from -50 to 150 on 400 wide, 230 to the left: zero is at 330.
	const svg = barChart('Amounts', [
		{ label: 'one', value: 150, text: '150.00' },
		{ label: 'two', value: -50, text: '-50.00' },
		{ label: 'none', value: 0, text: '0.00' },
	])!.text;
	expect(widths(svg, 'bar')).toEqual([
		[330, 300],
		[330, 0],
	]);
	expect(widths(svg, 'below')).toEqual([[230, 100]]);
	expect(svg).toContain('aria-label="Amounts"');
});

test('labels are escaped and cut, and without bars there is no chart', () => {
	const svg = barChart('<b>', [{ label: `<i>${'x'.repeat(40)}`, value: 1, text: '"' }])!.text;
	expect(svg).not.toMatch(/<i>|<b>/);
	expect(svg).toContain('x…');
	expect(barChart('nothing', [])).toBeUndefined();
	expect(barChart('zero', [{ label: 'a', value: 0, text: '0' }])!.text).not.toContain('NaN');
});
