/** Links of the handbook, of the "Docs" buttons in n8n and of the forms lead somewhere: pages, headings and pictures. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const REPOSITORY = 'https://github.com/n8n-nodes-concur-b1/n8n-nodes-concur-b1';

/** Files of a folder and of those in it, by their path from the root. */
function filesBelow(folder: string, ending: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => ending.test(name))
		.map((name) => join(folder, name));
}

const inRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
const PAGES = [...inRoot, ...['docs', 'sandbox', '.github'].flatMap((folder) => filesBelow(folder, /\.md$/))];
/** Files whose links are whole addresses: what n8n's buttons open, and the forms on GitHub. */
const FILES = [
	'package.json',
	...filesBelow('nodes', /\.(ts|json)$/),
	...filesBelow('credentials', /\.ts$/),
	...filesBelow('.github', /\.ya?ml$/),
];

const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g;
const ADDRESS = new RegExp(`${REPOSITORY}([^\\s"'\`)#]*)(?:#([^\\s"'\`)]+))?`, 'g');
/** Pages that GitHub itself makes. */
const OF_GITHUB = ['/security/advisories/new', '/issues', '/security/policy'];

/** Anchors of a page's headings as GitHub makes them; the second of a name is numbered. */
function anchorsOf(path: string): string[] {
	const text = readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
	const found: string[] = [];
	for (const [, heading] of text.matchAll(/^#+ (.+)$/gm)) {
		const name = heading!
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/\s/g, '-');
		const before = found.filter((anchor) => anchor === name || anchor.replace(/-\d+$/, '') === name).length;
		found.push(before === 0 ? name : `${name}-${before}`);
	}
	return found;
}

const leadsTo = (file: string, anchor: string | undefined): boolean =>
	existsSync(file) && (anchor === undefined || anchorsOf(file).includes(anchor));

/** Links from one file of the project to another that lead nowhere. */
function deadLinks(path: string): string[] {
	return [...readFileSync(path, 'utf8').matchAll(LINK)].flatMap(([link, target, anchor]) =>
		leadsTo(target === '' ? path : join(dirname(path), target!), anchor) ? [] : [link],
	);
}

/** Addresses of this repository that lead nowhere, found as the file on disk that GitHub would show. */
function deadAddresses(path: string): string[] {
	return [...readFileSync(path, 'utf8').matchAll(ADDRESS)].flatMap(([address, rest, anchor]) => {
		const place = rest!.replace(/\.$/, '');
		if (['', '.git', '/'].includes(place) || OF_GITHUB.includes(place)) return [];
		const [, file] = /^\/(?:blob|tree)\/main\/(.+)$/.exec(place) ?? [];
		return file !== undefined && leadsTo(join(ROOT, file), anchor) ? [] : [address];
	});
}

test.each(PAGES)('%s has no dead link', (page) => {
	const path = join(ROOT, page);
	expect([...deadLinks(path), ...deadAddresses(path)]).toEqual([]);
});

test.each(PAGES)('%s names only files and folders that are there', (page) => {
	const named = [
		...readFileSync(join(ROOT, page), 'utf8').matchAll(/`((?:nodes|credentials|sandbox|scripts|test|docs)\/[\w./-]+)`/g),
	];
	expect(named.map(([, path]) => path!).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('no address of this repository in nodes, credentials and forms is dead', () => {
	const dead = FILES.flatMap((file) => deadAddresses(join(ROOT, file)).map((address) => `${file}: ${address}`));
	expect(dead).toEqual([]);
});

test('each node and each credential has an address for its "Docs" button, and it is the page of that node', () => {
	const buttons = [
		...filesBelow('nodes', /\.node\.json$/).map((file) => {
			const { resources } = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as {
				resources: { primaryDocumentation: Array<{ url: string }> };
			};
			return resources.primaryDocumentation[0]!.url;
		}),
		...filesBelow('credentials', /\.credentials\.ts$/).map(
			(file) => /documentationUrl =\s+'([^']+)'/.exec(readFileSync(join(ROOT, file), 'utf8'))![1]!,
		),
	];
	const pages = filesBelow('docs/nodes', /\.md$/).map((file) => `${REPOSITORY}/blob/main/${file}`);
	expect(buttons.sort()).toEqual(pages.sort());
});
