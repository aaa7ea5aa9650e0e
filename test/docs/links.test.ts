/** Links of the handbook lead somewhere: pages, headings and pictures. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const PAGES = [
	'README.md',
	...readdirSync(join(ROOT, 'docs'))
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
	'sandbox/README.md',
];
const LINK = /\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)/g;

/** Anchor of a heading as GitHub makes it. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');

const anchorsOf = (path: string): string[] =>
	[...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

test.each(PAGES)('%s has no dead link', (page) => {
	const path = join(ROOT, page);
	const dead = [...readFileSync(path, 'utf8').matchAll(LINK)].flatMap(([link, target, anchor]) => {
		const file = target === '' ? path : join(dirname(path), target!);
		const isDead = !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
		return isDead ? [link] : [];
	});
	expect(dead).toEqual([]);
});
