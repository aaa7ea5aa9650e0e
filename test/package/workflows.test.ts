/** What runs on GitHub: actions that nobody can swap, and a package that is published only when everything holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', '.github', 'workflows');
const files = readdirSync(FOLDER);
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** The lines of one job. */
function job(text: string, name: string): string {
	const [, after] = text.split(new RegExp(`^  ${name}:\\n`, 'm'));
	return (after ?? '').split(/^ {2}\S/m)[0]!;
}

test.each(files)('%s takes actions of others by their commit, with the version beside it', (file) => {
	const used = [...read(file).matchAll(/uses: (.+)$/gm)]
		.map(([, action]) => action!)
		.filter((action) => !action.startsWith('./'));
	expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
});

test.each(files)('%s may read and nothing else, unless a job says more', (file) => {
	expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
});

test('publishing waits for the whole test run, and that for the tag to be the version', () => {
	const text = read('publish.yml');
	expect(job(text, 'version')).toContain(`require('./package.json').version`);
	expect(job(text, 'version')).toContain('github.ref_name');
	expect(job(text, 'test')).toMatch(/needs: version\n\s+uses: \.\/\.github\/workflows\/ci\.yml/);
	expect(job(text, 'publish')).toContain('needs: test\n');
	expect(job(text, 'publish')).toContain('npm publish --provenance');
	expect(text.match(/npm publish/g)).toHaveLength(1);
	expect(job(read('ci.yml'), 'test')).toContain('run: npm test\n');
	expect(read('ci.yml')).toContain('workflow_call:');
});

test('the changelog tells of the version in package.json', () => {
	const root = join(FOLDER, '..', '..');
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
	expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
});
