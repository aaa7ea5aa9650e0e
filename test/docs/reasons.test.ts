/** docs/troubleshooting.md lists every code a user can meet, as the code has it. UPDATE_DOCS=1 writes the generated tables anew. */
import type { ErrorClass } from '../../nodes/shared/business-one/errors';
import { adviceFor } from '../../nodes/shared/business-one/errors/advice';
import type { Outcome } from '../../nodes/shared/concur/types';
import { FUNDS_REASONS, REASONS, WARNINGS, type Cure } from '../../nodes/shared/review';
import { generatedPart, markdownTable, page } from './handbook';

const PAGE = 'troubleshooting.md';

const CURES: Record<Cure, string> = {
	concur: 'in Concur',
	mapping: 'in the mapping',
	businessOne: 'in Business One',
	person: 'a person decides',
	none: 'nothing to do',
};
const ANSWERS = { confirmError: 'a failure', keepAcknowledged: 'nothing yet', leaveReady: 'nothing, it stays ready' };

test('every review reason of a posting is listed with its cure and what to do', () => {
	const rows = Object.entries(REASONS).map(([code, { cure, answer, todo }]) => [
		`\`${code}\``,
		CURES[cure],
		ANSWERS[answer],
		todo,
	]);
	const table = markdownTable(['Reason', 'Cure', 'Concur is told', 'What to do'], rows);
	expect(generatedPart(PAGE, 'reasons', table)).toBe(table);
});

test('every review reason of a funds document is listed', () => {
	const rows = Object.entries(FUNDS_REASONS).map(([code, { cure, todo }]) => [`\`${code}\``, CURES[cure], todo]);
	const table = markdownTable(['Reason', 'Cure', 'What to do'], rows);
	expect(generatedPart(PAGE, 'funds-reasons', table)).toBe(table);
});

test('every class of B1 errors is listed with its advice', () => {
	// A record, so that a class that is new does not compile without its place here.
	const classes: Record<ErrorClass, true> = {
		session: true,
		permission: true,
		validation: true,
		period: true,
		masterData: true,
		duplicate: true,
		capacity: true,
		unknown: true,
	};
	const rows = (Object.keys(classes) as ErrorClass[]).map((errorClass) => [`\`${errorClass}\``, adviceFor(errorClass)]);
	const table = markdownTable(['Class', 'What to do'], rows);
	expect(generatedPart(PAGE, 'error-classes', table)).toBe(table);
});

test('every outcome of Concur has a line', () => {
	const outcomes: Record<Outcome, true> = {
		done: true,
		alreadyDone: true,
		recalled: true,
		foreign: true,
		notReady: true,
		unknown: true,
		wrongType: true,
		otherSystem: true,
		notAcknowledged: true,
		conflict: true,
		tryLater: true,
		noAnswer: true,
		refused: true,
		leftReady: true,
		duplicate: true,
		stopped: true,
	};
	const text = page(PAGE);
	expect(Object.keys(outcomes).filter((outcome) => !text.includes(`| \`${outcome}\``))).toEqual([]);
});

test('every warning has a line', () => {
	const codes = Object.keys(WARNINGS);
	expect(codes.length).toBeGreaterThan(3);
	const text = page(PAGE);
	expect(codes.filter((code) => !text.includes(`| \`${code}\``))).toEqual([]);
});
