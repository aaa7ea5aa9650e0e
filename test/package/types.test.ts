import { join } from 'node:path';
import { filesBelow, root, runNode } from './stage';

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const MINUTES = 60_000;

describe('type check', () => {
	test.each([
		['the n8n-workflow of n8n 2.41', 'tsconfig.json', 'node_modules/n8n-workflow/'],
		['the n8n-workflow of n8n 1.123', 'tsconfig.n8n1.json', 'node_modules/n8n-workflow-1/'],
	])(
		'nodes and credentials compile against %s',
		async (_name, config, workflowFolder) => {
			const { code, output } = await runNode(tsc, ['-p', config, '--noEmit', '--listFiles'], root);
			const [errors, files] = partition(output.split('\n'), (line) => line.includes(': error TS'));
			expect(errors).toEqual([]);
			expect(code).toBe(0);
			// A check that silently read the other version, or no sources at all, would prove nothing.
			expect(files.some((file) => file.includes(workflowFolder))).toBe(true);
			const sources = filesBelow(join(root, 'nodes')).filter((file) => file.endsWith('.ts'));
			expect(files.filter((file) => file.startsWith(join(root, 'nodes'))).length).toBe(sources.length);
		},
		4 * MINUTES,
	);

	test(
		'sandbox, scripts, benchmarks and tests compile as well',
		async () => {
			const { code, output } = await runNode(tsc, ['-p', 'tsconfig.dev.json'], root);
			expect(output.split('\n').filter((line) => line.includes(': error TS'))).toEqual([]);
			expect(code).toBe(0);
		},
		4 * MINUTES,
	);
});

function partition(lines: string[], holds: (line: string) => boolean): [string[], string[]] {
	return [lines.filter(holds), lines.filter((line) => !holds(line))];
}
