/** A checkout proves itself: what its suites need is in it, and none of them leaves anything out without a word. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow, root } from './stage';

const suites = filesBelow(join(root, 'test')).filter((file) => file.endsWith('.ts'));
const read = (file: string): string => readFileSync(join(root, 'test', file), 'utf8');

/** Paths that a file makes of its own folder: `join(__dirname, '..', 'data')`, `join(__dirname, '../data')`. */
function pathsFromHere(file: string): string[] {
	return [...read(file).matchAll(/(?:join|resolve)\(\s*__dirname((?:,\s*'[^']*')+)/g)].map(([, parts]) =>
		relative(root, join(root, 'test', dirname(file), ...[...parts!.matchAll(/'([^']*)'/g)].map(([, part]) => part!))),
	);
}

test('one place looks beside the checkout, and nothing depends on what it finds', () => {
	const leaving = suites.filter((file) => pathsFromHere(file).some((path) => path.startsWith('..')));
	expect(leaving).toEqual(['helpers/vectors.ts']);
});

test('what suites read by a fixed path is there', () => {
	const paths = suites.flatMap(pathsFromHere).filter((path) => !path.startsWith('..') && /^test\/.*\.\w+$/.test(path));
	expect(paths).toContain(join('test', 'data', 'fis-answers.json'));
	expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('no test is skipped or put off', () => {
	const skipping = /\b(?:describe|test|it)\.(?:skip|todo|only|failing)\b|\bx(?:describe|test|it)\(/;
	expect(suites.filter((file) => !file.endsWith('publicCheckout.test.ts') && skipping.test(read(file)))).toEqual([]);
});
