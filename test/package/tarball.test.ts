import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { filesBelow, root, run, stagedPackage, type Stage } from './stage';

const MINUTES = 60_000;
/** n8n provides the first; crypto is the only module of Node a community node may use. */
const PROVIDED = ['n8n-workflow', 'crypto', 'node:crypto'];

describe('the packed tarball', () => {
	let stage: Stage;
	let files: string[];
	beforeAll(async () => {
		stage = await stagedPackage();
		files = filesBelow(stage.installed);
	}, 5 * MINUTES);

	test('holds dist, the workflows, package.json, README and LICENSE, and nothing else', () => {
		const shipped = files.filter((file) => file.startsWith('workflows/'));
		expect(shipped).toEqual(filesBelow(join(root, 'workflows')).map((file) => `workflows/${file}`));
		const others = files.filter((file) => !file.startsWith('dist/') && !shipped.includes(file));
		expect(others).toEqual(['LICENSE', 'README.md', 'package.json']);
		const kinds = new Set(files.filter((file) => file.startsWith('dist/')).map((file) => file.slice(file.lastIndexOf('.'))));
		expect([...kinds].sort()).toEqual(['.js', '.json', '.svg', '.txt']);
		expect(files.filter((file) => /(^|\/)(test|sandbox|scripts|node_modules)\//.test(file))).toEqual([]);
	});

	test('needs nothing installed with it', () => {
		const manifest = JSON.parse(readFileSync(join(stage.installed, 'package.json'), 'utf8'));
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.optionalDependencies ?? {}).toEqual({});
		expect(manifest.bundledDependencies ?? manifest.bundleDependencies ?? []).toEqual([]);
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test('requires only what n8n provides and its own files', () => {
		const scripts = files.filter((file) => file.endsWith('.js'));
		const foreign = scripts.flatMap((file) =>
			requiredModules(join(stage.installed, file))
				.filter((name) => !PROVIDED.includes(name) && !ownFile(file, name))
				.map((name) => `${file} requires ${name}`),
		);
		expect(foreign).toEqual([]);
	});

	test('carries decimal.js once, with its licence note, and no source of it to require', () => {
		const carriers = files.filter((file) => file.endsWith('.js') && read(file).includes('[DecimalError]'));
		expect(carriers).toHaveLength(1);
		expect(carriers[0]).toMatch(/^dist\/nodes\/shared\/money\//);
		expect(read(carriers[0]!)).toContain('MIT');
	});

	test('passes on the whole licence of what it carries', () => {
		expect(files.filter((file) => file.endsWith('.txt'))).toEqual(['dist/THIRD-PARTY-NOTICES.txt']);
		const notice = read('dist/THIRD-PARTY-NOTICES.txt');
		const library = join(root, 'node_modules', 'decimal.js');
		const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
		expect(notice).toContain(`decimal.js ${version} (MIT)`);
		expect(notice).toContain(readFileSync(join(library, 'LICENCE.md'), 'utf8').trim());
	});

	test('has every file package.json names, and a codex and two different icons beside every node', () => {
		const { n8n } = JSON.parse(read('package.json'));
		expect([...n8n.nodes, ...n8n.credentials].filter((file) => !files.includes(file))).toEqual([]);
		for (const node of n8n.nodes as string[]) {
			expect(files).toContain(node.replace(/\.js$/, '.json'));
			const name = node.replace(/^.*\/(.)(.*)\.node\.js$/, (_match, first: string, rest: string) => first.toLowerCase() + rest);
			const icons = ['', '.dark'].map((theme) => read(join(dirname(node), `${name}${theme}.svg`)));
			expect(icons[0]).not.toBe(icons[1]);
			for (const icon of icons) expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 60 60"/);
		}
	});

	test('has no node or credential file that package.json does not name', () => {
		const { n8n } = JSON.parse(read('package.json'));
		const registered = [...n8n.nodes, ...n8n.credentials];
		expect(files.filter((file) => /\.(node|credentials)\.js$/.test(file) && !registered.includes(file))).toEqual([]);
	});

	test('is what npm says it packed', async () => {
		const { output } = await run('tar', ['-tzf', stage.tarball], stage.source);
		const listed = output.split('\n').filter((line) => line !== '' && !line.endsWith('/'));
		expect(listed.map((line) => line.replace(/^package\//, '')).sort()).toEqual(files);
	});

	function read(file: string) {
		return readFileSync(join(stage.installed, file), 'utf8');
	}

	function requiredModules(file: string): string[] {
		return [...readFileSync(file, 'utf8').matchAll(/\b(?:require|import)\((["'`])([^"'`]+)\1\)/g)].map((match) => match[2]!);
	}

	function ownFile(file: string, name: string): boolean {
		if (!name.startsWith('.')) return false;
		const target = resolve(stage.installed, dirname(file), name);
		return (
			target.startsWith(join(stage.installed, 'dist')) &&
			[target, `${target}.js`, join(target, 'index.js')].some((path) => existsSync(path))
		);
	}
});
