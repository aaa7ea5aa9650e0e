import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

import { runCommand } from './n8n/command';
import { say } from './progress';

const KNOWN_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const DEBIAN_PACKAGE = 'chromium';
const INSTALL_TIMEOUT_MS = 15 * 60_000;
const LAUNCH_TIMEOUT_MS = 90_000;

/** A browser that talks to nobody but the page it is given. Playwright adds headless mode and an empty profile of its own. */
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const installed = (): string | undefined => KNOWN_PLACES.find((path) => existsSync(path));

/**
 * Path of a Chromium: `CHROMIUM` where it is set, else one that is installed, else Debian's package, which is installed where that is
 * possible (root, apt-get).
 *
 * @throws Error that says what to do where there is none
 */
export async function findChromium(): Promise<string> {
	const named = process.env.CHROMIUM;
	if (named !== undefined && named !== '') {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM names ${named}, which is not there`);
	}
	const found = installed();
	if (found !== undefined) return found;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installWithApt();
	const path = installed();
	if (path !== undefined) return path;
	throw new Error('No Chromium was found. Install one, or name its path in the environment variable CHROMIUM.');
}

async function installWithApt(): Promise<void> {
	say(`Installing Debian's package ${DEBIAN_PACKAGE} for the browser test ...`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { cwd: '/', env, timeoutMs: INSTALL_TIMEOUT_MS };
	await runCommand('apt-get', ['update', '-qq'], options);
	await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', DEBIAN_PACKAGE], options);
}

/** Starts a headless Chromium; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: await findChromium(), args: QUIET, timeout: LAUNCH_TIMEOUT_MS });
}
