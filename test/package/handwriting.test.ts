import { join } from 'node:path';
import { root, runNode } from './stage';

test(
	'constants, functions, doc tags and test words are written in one way',
	async () => {
		const { code, output } = await runNode(join(__dirname, 'programs', 'handwriting.mjs'), [root], root);
		expect({ code, output: output.trim() }).toEqual({ code: 0, output: '' });
	},
	4 * 60_000,
);
