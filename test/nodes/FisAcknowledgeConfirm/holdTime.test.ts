import { holdTimeOf } from '../../../nodes/FisAcknowledgeConfirm/actions/holdTime';

const START = Date.parse('2026-03-31T10:00:00Z');

/** A hold of some seconds, and a clock that stands where it is told. */
function hold(seconds: number) {
	let now = START;
	const time = holdTimeOf([new Date(START + seconds * 1000).toISOString()], () => now);
	return { time, at: (second: number) => (now = START + second * 1000) };
}

test.each([5, 15, 900])('a hold of %d seconds leaves time to write what was read, however slow the answers are', (seconds) => {
	const { time, at } = hold(seconds);
	at(seconds * 0.3);
	expect(time.mayRead()).toBe(true);
	// The last read takes as long as a call may.
	at(seconds * 0.3 + time.calls.budgetMs! / 1000);
	expect([time.mayRead(), time.mayBegin()]).toEqual([false, true]);
});

test.each([5, 15, 900])('nothing is begun in a hold of %d seconds that could be answered after it', (seconds) => {
	const { time, at } = hold(seconds);
	const longest = (time.calls.budgetMs! + time.calls.timeoutMs!) / 1000;
	at(seconds - longest);
	expect(time.mayBegin()).toBe(true);
	at(seconds - longest + 0.01);
	expect(time.mayBegin()).toBe(false);
});

test('without a hold there is no limit, and after it nothing begins', () => {
	expect(holdTimeOf(['', undefined]).mayBegin()).toBe(true);
	const { time, at } = hold(0);
	at(1);
	expect([time.mayRead(), time.mayBegin()]).toEqual([false, false]);
});
