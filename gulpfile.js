/**
 * `gulp build` makes dist/ out of nodes/ and credentials/: compile, bundle the outside libraries with their licences, copy what the
 * compiler does not (icons and codex files), then look whether everything package.json promises is there and nothing points outside
 * the package.
 */
const { spawn } = require('node:child_process');
const { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const gulp = require('gulp');

const root = __dirname;
const dist = path.join(root, 'dist');

/** Modules a published file may require: n8n gives the first, Node the others. */
const PROVIDED = ['n8n-workflow', 'crypto', 'node:crypto'];

function filesBelow(directory, suffix) {
	return readdirSync(directory, { recursive: true })
		.filter((file) => file.endsWith(suffix))
		.map((file) => path.join(directory, file));
}

/** Names of the modules a compiled file requires. */
function requiredModules(file) {
	return [...readFileSync(file, 'utf8').matchAll(/\brequire\((["'])([^"']+)\1\)/g)].map((match) => match[2]);
}

async function clean() {
	rmSync(dist, { recursive: true, force: true });
}

/** The published package carries no source maps: they would point at TypeScript files that are not in it. */
function compile(done) {
	const tsc = require.resolve('typescript/bin/tsc');
	const child = spawn(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.json'), '--sourceMap', 'false'], {
		cwd: root,
		stdio: 'inherit',
	});
	child.on('error', done);
	child.on('exit', (code) => done(code === 0 ? undefined : new Error('The TypeScript compiler found the errors listed above.')));
}

/** Only the library is drawn in; the package's own modules stay files of their own. */
const keepOwnModulesApart = {
	name: 'keep-own-modules-apart',
	setup(build) {
		build.onResolve({ filter: /^\.\.?\// }, ({ importer, path: name }) =>
			importer.startsWith(dist + path.sep) ? { path: name, external: true } : undefined,
		);
	},
};

/** The libraries that the package carries, each with the one room that may import it. */
const CARRIED = { 'decimal.js': 'money', 'd3-scale': 'chart' };

/** @returns the files that were drawn in */
async function drawIn(library, room) {
	const users = filesBelow(path.join(dist, 'nodes', 'shared', room), '.js').filter((file) =>
		requiredModules(file).includes(library),
	);
	if (users.length !== 1)
		throw new Error(`One module of nodes/shared/${room} may import ${library}, found ${users.length}: ${users.join(', ')}`);
	const { metafile } = await esbuild.build({
		entryPoints: users,
		outfile: users[0],
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: PROVIDED,
		plugins: [keepOwnModulesApart],
		legalComments: 'inline',
		logLevel: 'warning',
		metafile: true,
	});
	return Object.keys(metafile.inputs);
}

/**
 * A library goes into the one compiled module that requires it. n8n installs a community package without its dependencies, so a
 * `require('decimal.js')` left over would only be noticed on the user's machine. Two modules would mean two classes of Decimal.
 */
async function bundle() {
	const inputs = [];
	for (const [library, room] of Object.entries(CARRIED)) inputs.push(...(await drawIn(library, room)));
	writeNotice(inputs);
}

/** Its licence wants to go wherever a bundled library goes: each one drawn in stands in the notice with the whole text. */
function writeNotice(inputs) {
	const names = new Set(inputs.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
	const parts = [...names].map((name) => {
		const folder = path.join(root, 'node_modules', name);
		const { version, license, homepage, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
		const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
		if (licence === undefined) throw new Error(`${name} is bundled and has no licence file to pass on.`);
		const source = homepage ?? repository?.url ?? repository ?? '';
		return `${name} ${version} (${license}) ${source}\n\n${readFileSync(path.join(folder, licence), 'utf8').trim()}\n`;
	});
	const lead = 'This package carries the following libraries, each under its own licence.\n\n';
	writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), lead + parts.join('\n'));
}

function copyAssets() {
	return gulp
		.src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json', 'credentials/**/*.svg'], {
			cwd: root,
			base: root,
			encoding: false,
		})
		.pipe(gulp.dest(dist));
}

/** Fails when package.json names a file that was not built, or a built file requires what will not be there. */
async function checkNothingDangles() {
	const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const missing = [...n8n.nodes, ...n8n.credentials].filter((file) => !existsSync(path.join(root, file)));
	const codexes = n8n.nodes.map((file) => file.replace(/\.js$/, '.json')).filter((file) => !existsSync(path.join(root, file)));
	const dangling = filesBelow(dist, '.js').flatMap((file) =>
		requiredModules(file)
			.filter((name) => !PROVIDED.includes(name) && !resolvesInside(file, name))
			.map((name) => `${path.relative(root, file)} requires ${name}`),
	);
	const icons = filesBelow(dist, '.js').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/["']file:([^"']+\.svg)["']/g)]
			.filter((match) => !existsSync(path.join(path.dirname(file), match[1])))
			.map((match) => `${path.relative(root, file)} names the icon ${match[1]}`),
	);
	const findings = [
		...missing.map((file) => `${file} is not there`),
		...codexes.map((file) => `${file} is not there`),
		...dangling,
		...icons,
	];
	if (findings.length > 0) throw new Error(`dist is not complete:\n  ${findings.join('\n  ')}`);
}

function resolvesInside(file, name) {
	if (!name.startsWith('.')) return false;
	const target = path.resolve(path.dirname(file), name);
	return (
		target.startsWith(dist + path.sep) &&
		[target, `${target}.js`, path.join(target, 'index.js')].some((candidate) => existsSync(candidate))
	);
}

exports.clean = clean;
exports.build = gulp.series(clean, gulp.parallel(gulp.series(compile, bundle), copyAssets), checkNothingDangles);
exports.default = exports.build;
