import { join } from 'node:path';
import { root, runNode, stagedPackage, type Stage } from './stage';

const programs = join(__dirname, 'programs');
const MINUTES = 60_000;

describe("n8n's linters", () => {
	let stage: Stage;
	beforeAll(async () => {
		stage = await stagedPackage();
	}, 5 * MINUTES);

	test(
		'n8n-node lint passes in strict mode',
		async () => {
			const cli = join(root, 'node_modules', '@n8n', 'node-cli', 'bin', 'n8n-node.mjs');
			const { code, output } = await runNode(cli, ['lint'], stage.source);
			expect(findings(output)).toEqual([]);
			expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
		},
		4 * MINUTES,
	);

	test(
		'the community scan passes on the sources and on the packed tarball',
		async () => {
			const { code, output } = await runNode(join(programs, 'scan.mjs'), [stage.source, stage.installed], root);
			expect(findings(output)).toEqual([]);
			expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
		},
		4 * MINUTES,
	);

	test(
		'the rule sets of eslint-plugin-n8n-nodes-base find nothing',
		async () => {
			const { code, output } = await runNode(join(programs, 'nodesBase.mjs'), [stage.source], root);
			expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
		},
		4 * MINUTES,
	);
});

/** The lines of a linter's report that name an error, each with the file it is in. */
function findings(output: string): string[] {
	let file = '';
	const found: string[] = [];
	for (const line of output.split('\n')) {
		if (/^\/.*\.(ts|js|json)$/.test(line.trim())) file = line.trim();
		else if (/^\s*\d+:\d+\s+error\s/.test(line)) found.push(`${file} ${line.trim().replace(/\s+/g, ' ')}`);
	}
	return found;
}
