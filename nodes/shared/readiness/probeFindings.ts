import type { BusinessOneFacts } from './facts';
import type { Probed } from './probe';
import { finding, proposal } from './rows';
import type { Finding, Readiness } from './types';

const KINDS: Readonly<Record<string, string>> = {
	permission:
		'The user has no right or licence to make journal entries: give it an indirect access or professional licence, and full authorization for Journal Entry.',
};

/** An entry as the nodes write them: whether B1, and the rules of the company, take it. */
function entry(probe: Probed | null): Finding {
	const check = 'Journal entry';
	if (probe === null)
		return finding(
			check,
			'unknown',
			'No two accounts are there that take a manual entry and need no cost object',
			'Preview a document.',
		);
	switch (probe.outcome) {
		case 'taken':
			return finding(check, 'ready', 'B1 would take one');
		case 'stayed':
			return finding(check, 'ready', 'B1 took one');
		case 'unclear':
			return finding(check, 'unknown', probe.text, 'Preview a document, then post one and look at it.');
		default:
			return finding(
				check,
				'cure',
				`B1 refuses it: ${probe.text} (${probe.code})`,
				KINDS[probe.kind] ??
					'Where a rule of your own says so, let the mapping fill in what it wants, or let the rule leave out what the user of this credential posts.',
			);
	}
}

function wholeSets(probe: Probed | null): Finding | undefined {
	if (probe?.outcome === 'taken' || probe?.outcome === 'refused')
		return finding('Change sets', 'ready', 'All or nothing: the trial entry did not stay');
	if (probe?.outcome !== 'stayed') return undefined;
	const rest = probe.cancelled ? 'The trial entry was cancelled.' : `Cancel the trial entry ${probe.jdtNum} in B1 by hand.`;
	return finding(
		'Change sets',
		'cure',
		'B1 keeps parts of a refused change set',
		`Choose the guard Reference Check in Post. ${rest}`,
	);
}

function automaticTax({ probe, probeOfTax }: BusinessOneFacts): Finding | undefined {
	if (probe?.outcome !== 'taken' || probeOfTax === null) return undefined;
	return probeOfTax.outcome === 'refused'
		? finding('Automatic tax', 'ready', 'On by default in this company; the nodes switch it off for their entries')
		: finding('Automatic tax', 'ready', 'Does not touch such entries; the nodes switch it off for theirs');
}

const BLOCKS = 'Accounts That Lack a Cost Object';

/** Whether B1 refuses an entry on an account that asks for cost objects, without one. */
function costs({ probe, probeOfCosts }: BusinessOneFacts): Pick<Readiness, 'findings' | 'proposals'> {
	if (probeOfCosts === null || (probe !== null && probe.outcome !== 'taken')) return { findings: [], proposals: [] };
	const check = 'Missing cost objects';
	if (probeOfCosts.outcome !== 'refused')
		return { findings: [finding(check, 'ready', 'B1 takes entries without; a warning tells of each')], proposals: [] };
	return {
		findings: [
			finding(
				check,
				'look',
				`B1 refuses them: ${probeOfCosts.text}`,
				'Take the proposed row: such documents then wait with a reason before they are sent.',
			),
		],
		proposals: [
			proposal('Cost Objects', BLOCKS, 'Send to Review', 'B1 blocks entries without the cost objects an account asks for'),
		],
	};
}

/** What of the trial is otherwise than the sandbox does it, in words of this program only. */
function differencesIn({ probe, clockAheadSeconds }: BusinessOneFacts): string[] {
	const differences = [];
	if (probe?.outcome === 'stayed') differences.push('A refused change set left its first entry in the books.');
	if (probe?.outcome === 'unclear')
		differences.push('A refused change set does not name the Content-ID of the change that was refused.');
	if (probe?.outcome === 'refused')
		differences.push(`A plain entry was refused with code ${probe.code.replace(/[^-\w]/g, '')}, taken for class ${probe.kind}.`);
	if (clockAheadSeconds === null) differences.push('Replies carry no Date header.');
	return differences;
}

/** What the trial entries told. */
export function probeFindings(facts: BusinessOneFacts): Readiness {
	const own = costs(facts);
	const findings = [entry(facts.probe), wholeSets(facts.probe), automaticTax(facts), ...own.findings];
	return {
		findings: findings.filter((found) => found !== undefined),
		proposals: own.proposals,
		differences: differencesIn(facts),
	};
}
