/** docs/troubleshooting.md lists what a row says after every ending of a run, as the code decides it. */
import { endings } from '../row/endings';
import { decideAt, minutesToWait } from '../row/items';
import { generatedPart, markdownTable } from './handbook';

function triedAgain(open: boolean, minutes: number): string {
	if (!open) return 'never, it is closed';
	return minutes === 0 ? 'at once' : `after ${minutes} minutes`;
}

test('every ending of a run is listed with the row it leads to', () => {
	const rows = endings.map(([name, blocks]) => {
		const row = decideAt(blocks);
		const codes = (JSON.parse(row.reasons) as Array<{ code: string }>).map(({ code }) => `\`${code}\``);
		return [name, `\`${row.status}\``, codes.join(', ') || '–', triedAgain(row.open, minutesToWait(row))];
	});
	const table = markdownTable(['What happened', 'Status', 'Codes', 'Tried again'], rows);
	expect(generatedPart('troubleshooting.md', 'rows', table)).toBe(table);
});
