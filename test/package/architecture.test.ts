import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { filesBelow, root } from './stage';

/** The longest a file may be for a person to read it in one sitting. */
const MAX_LINES = 250;

const AREAS = ['nodes', 'credentials', 'sandbox', 'scripts', 'test'];

interface Source {
	file: string;
	text: string;
	/** Module names as written, type-only imports included. */
	imports: string[];
	/** The same for imports inside the repository, as paths of source files. */
	targets: string[];
}

const sources = AREAS.flatMap((area) => readArea(area));
const byFile = new Map(sources.map((source) => [source.file, source]));

/** Rooms that know nothing of n8n, HTTP, clocks and randomness. */
const PURE = [
	'text',
	'money',
	'dates',
	'review',
	'language',
	'document',
	'mapping',
	'posting',
	'journalEntry',
	'sheet',
	'funds',
	'audit',
	'row',
	'alerts',
	'page',
	'chart',
	'reconciliation',
	'desk',
];
/** Rooms that are entered by their index.ts. */
const WITH_DOOR = [...PURE, 'http', 'fundsRegister'];
const CODE_AREAS = ['nodes', 'credentials', 'sandbox'];

/** The table of docs/architecture.md: the rooms in their order, each with what it imports. */
const MAY_IMPORT = readOrder();

describe('architecture', () => {
	test('the rooms import exactly what docs/architecture.md says', () => {
		const edges = new Map<string, string>();
		for (const { file, targets } of sources.filter(({ file }) => CODE_AREAS.includes(areaOf(file))))
			for (const target of targets) {
				const [from, to] = [partOf(file), partOf(target)];
				if (from !== to && from !== 'nodes') edges.set(`${from} imports ${to}`, `${file} imports ${target}`);
			}
		const stated = Object.entries(MAY_IMPORT).flatMap(([from, rooms]) => rooms.map((to) => `${from} imports ${to}`));
		const breaches = [...edges].filter(([edge]) => !stated.includes(edge)).map(([edge, files]) => `${edge}: ${files}`);
		expect({ breaches, unused: stated.filter((edge) => !edges.has(edge)) }).toEqual({ breaches: [], unused: [] });
	});

	test('the order is one way, and holds every room', () => {
		const order = Object.keys(MAY_IMPORT);
		const upward = order.flatMap((from, place) =>
			MAY_IMPORT[from]!.filter((to) => !order.slice(0, place).includes(to)).map((to) => `${from} imports ${to}`),
		);
		const rooms = sources.map(({ file }) => file).filter((file) => CODE_AREAS.includes(areaOf(file)));
		const missing = [...new Set(rooms.map(partOf))].filter((room) => room !== 'nodes' && !order.includes(room));
		expect({ upward, missing }).toEqual({ upward: [], missing: [] });
	});

	test('the shared rooms know no node', () => {
		const breaches = sources.flatMap(({ file, targets }) =>
			targets
				.filter((target) => CODE_AREAS.includes(areaOf(file)) && partOf(file) !== 'nodes' && partOf(target) === 'nodes')
				.map((target) => `${file} imports ${target}`),
		);
		expect(breaches).toEqual([]);
	});

	test('a room is entered by its door', () => {
		const breaches = sources.flatMap(({ file, targets }) =>
			targets
				.filter((target) => areaOf(file) === 'nodes' && partOf(file) !== partOf(target) && WITH_DOOR.includes(partOf(target)))
				.filter((target) => target !== `nodes/shared/${partOf(target)}/index.ts`)
				.map((target) => `${file} imports ${target}`),
		);
		expect(breaches).toEqual([]);
	});

	test('a node imports nothing of another node', () => {
		const breaches = sources.flatMap((source) =>
			source.targets
				.filter(
					(target) => partOf(source.file) === 'nodes' && partOf(target) === 'nodes' && nodeOf(source.file) !== nodeOf(target),
				)
				.map((target) => `${source.file} imports ${target}`),
		);
		expect(breaches).toEqual([]);
	});

	test('there are no import cycles', () => {
		expect(findCycles()).toEqual([]);
	});

	test('the pure rooms know nothing of n8n, HTTP, clocks and randomness', () => {
		const pure = sources.filter((source) => PURE.includes(partOf(source.file)));
		expect(new Set(pure.map(({ file }) => partOf(file))).size).toBe(PURE.length);
		const foreign = pure.flatMap(({ file, imports }) =>
			imports
				.filter((name) => !name.startsWith('.') && !['crypto', 'decimal.js', 'd3-scale'].includes(name))
				.map((name) => `${file} imports ${name}`),
		);
		const impure = pure.flatMap(({ file, text }) =>
			[
				...withoutComments(text).matchAll(/Date\.now|new Date\(\)|Math\.random|randomUUID|randomBytes|\bfetch\(|toLocale\w+/g),
			].map((match) => `${file} uses ${match[0]}`),
		);
		expect([...foreign, ...impure]).toEqual([]);
	});

	test.each([
		['money', 'decimal.js'],
		['chart', 'd3-scale'],
	])('only %s imports %s, in one module', (room, library) => {
		const users = sources.filter(({ file, imports }) => file.startsWith('nodes/') && imports.includes(library));
		expect(users.map(({ file }) => dirname(file))).toEqual([`nodes/shared/${room}`]);
	});

	test('the clients of the two systems know no n8n context', () => {
		const clients = sources.filter((source) => ['concur', 'business-one'].includes(partOf(source.file)));
		const contexts = /\bI(Execute|LoadOptions|Poll|Hook|Trigger|AllExecute)\w*Functions\b/g;
		expect(clients.flatMap(({ file, text }) => [...text.matchAll(contexts)].map((match) => `${file} names ${match[0]}`))).toEqual(
			[],
		);
	});

	test(`no file is longer than ${MAX_LINES} lines`, () => {
		const long = sources
			.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
			.filter(({ lines }) => lines > MAX_LINES);
		expect(long).toEqual([]);
	});

	test('nothing is left undone or switched off', () => {
		const undone = /\b(TODO|FIXME|HACK)\b|@ts-ignore|@ts-nocheck/g;
		const switchedOff = /\b(?:describe|test|it)\.(?:only|skip|todo)\b|\bx(?:it|describe)\(|\bf(?:it|describe)\(|\bdebugger\b/g;
		const found = sources
			.filter(({ file }) => file !== 'test/package/architecture.test.ts')
			.flatMap(({ file, text }) =>
				[...text.matchAll(undone), ...text.matchAll(switchedOff)].map((match) => `${file}: ${match[0]}`),
			);
		expect(found).toEqual([]);
	});

	test('published code has no switched-off lint rules, because the scan of the package ignores them', () => {
		const published = sources.filter(({ file }) => /^(nodes|credentials)\//.test(file));
		expect(published.filter(({ text }) => /eslint-disable/.test(text)).map(({ file }) => file)).toEqual([]);
	});
});

function readArea(area: string): Source[] {
	return filesBelow(join(root, area))
		.filter((file) => file.endsWith('.ts'))
		.map((name) => {
			const file = `${area}/${name}`;
			const text = readFileSync(join(root, file), 'utf8');
			const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
			return { file, text, imports, targets: [] };
		});
}

for (const source of sources) {
	source.targets = source.imports.filter((name) => name.startsWith('.')).flatMap((name) => resolveTarget(source.file, name));
}

/** Only TypeScript files count: an imported .json or .svg belongs to the file that imports it. */
function resolveTarget(from: string, name: string): string[] {
	const path = relative(root, join(root, dirname(from), name)).replace(/\.js$/, '');
	return [path, `${path}.ts`, `${path}/index.ts`].filter((candidate) => byFile.has(candidate)).slice(0, 1);
}

/** The room of a file of `nodes/shared`; `nodes` for the nodes themselves; else its area. */
function partOf(file: string): string {
	const [area, first, second] = file.split('/');
	return area === 'nodes' && first === 'shared' ? (second ?? '') : (area ?? '');
}

function areaOf(file: string): string {
	return file.split('/')[0] ?? '';
}

function readOrder(): Record<string, string[]> {
	const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
	const table = page.slice(page.indexOf('| Room | Imports |'), page.indexOf('## Items'));
	const rows = [...table.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)];
	return Object.fromEntries(
		rows.map(([, room, imports]) => [room!, [...imports!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!)]),
	);
}

function nodeOf(file: string) {
	return file.split('/')[1];
}

/** Depth-first over the import graph; every file that closes a circle is given with the circle. */
function findCycles(): string[] {
	const cycles: string[] = [];
	const done = new Set<string>();
	const visit = (file: string, path: string[]) => {
		const start = path.indexOf(file);
		if (start >= 0) cycles.push([...path.slice(start), file].join(' -> '));
		if (start >= 0 || done.has(file)) return;
		for (const target of byFile.get(file)?.targets ?? []) visit(target, [...path, file]);
		done.add(file);
	};
	for (const { file } of sources) visit(file, []);
	return cycles;
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
