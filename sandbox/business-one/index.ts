import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessOne, SandboxContext } from '../context';
import { companyOf } from './company';
import type { Core } from './core';
import { dayOf } from './dates';
import { serve } from './handler';
import { copyEntry } from './journal/copies';
import { setReconciled } from './journal/reconciled';
import { settleVoucher, waitingVouchers } from './services/vouchers';
import { ledgerOf } from './ledger';
import { Nodes } from './nodes';
import { Notifications } from './notifications';
import { ping } from './ping';
import { costReport, openItems, paymentRun, vatReport } from './reports';
import { Schema } from './schema';
import { Sessions } from './session';
import { loadMasterData } from './store/masterData';
import { setUpCompany } from './store/setup';
import { Store, type StoreState } from './store/store';

const demoFile = join(__dirname, '..', 'demo', 'company.json');

/** Makes the B1 half of the sandbox: one company behind Service Layer v1 and v2. Everything it does is synchronous, so requests never mix. */
export function createBusinessOne(context: SandboxContext): BusinessOne {
	const schema: Schema = new Schema(
		() => store,
		() => context.clock.now(),
	);
	const store: Store = new Store((set, row) => schema.keyOf(set, row));
	const nodes = new Nodes();
	const notifications = new Notifications();
	const core: Core = {
		context,
		store,
		schema,
		nodes,
		notifications,
		company: () => companyOf(store),
		today: () => dayOf(context.clock.now()),
	};
	const sessions = new Sessions(context, core.company);
	setUpCompany(store);

	return {
		nodes,
		notifications,
		handle: async (request) => {
			if (/^\/+ping(\/|$)/.test(request.path)) return ping(core, request.path);
			const before = core.store.entriesPosted;
			const reply = serve(core, sessions, request);
			return reply === null ? null : { ...reply, entriesPosted: core.store.entriesPosted - before };
		},
		reconcile: (jdtNum, reconciled) => setReconciled(core, jdtNum, reconciled),
		vouchers: () => waitingVouchers(core),
		settleVoucher: (number, act) => settleVoucher(core, number, act),
		copyEntry: (jdtNum, copies) => copyEntry(core, jdtNum, copies),
		reports: {
			vat: () => vatReport(core),
			openItems: () => openItems(core),
			paymentRun: (until = core.today()) => paymentRun(core, until),
			costs: () => costReport(core),
		},
		reset: ({ demo, seed }) => {
			sessions.expireAll();
			nodes.reset();
			notifications.clear();
			setUpCompany(store);
			// A company has the currencies it names, and no dollar besides.
			if (seed) for (const currency of store.rows('Currencies')) store.commit('Currencies', currency, true);
			if (seed) loadSeed(core, seed.name, seed.company);
			else if (demo) loadSeed(core, 'demo', JSON.parse(readFileSync(demoFile, 'utf8')));
			if (seed) notifications.add(seed.notifications);
		},
		loadMasterData: (body) => loadMasterData(core, body),
		ledger: () => ledgerOf(core),
		expireSessions: () => sessions.expireAll(),
		sessionsOpen: () => sessions.count(),
		state: () => store.state(),
		restore: (state) => {
			if (!isState(state)) throw new Error('This is no state of the Service Layer sandbox.');
			sessions.expireAll();
			store.restore(state);
		},
	};
}

function isState(state: unknown): state is StoreState {
	return typeof state === 'object' && state !== null && 'sets' in state && 'numbers' in state;
}

/** Fills the company. Throws an Error that names the first row that is refused. */
function loadSeed(core: Core, name: string, lists: unknown): void {
	const { rejected } = loadMasterData(core, lists);
	const [first] = rejected;
	if (first) throw new Error(`The company ${name} is refused: ${first.list}[${first.index}]: ${first.reason}`);
}
