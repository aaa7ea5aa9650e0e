/** A document that was noted twice has two rows of one entry: its payments are told once all the same. */
import { dueOf, PaymentBooks } from './paymentBooks';

const books = new PaymentBooks().use();

describe('an entry', () => {
	it('that is asked for twice has its payments due once, where most of them are remembered; the other one is done with', async () => {
		const jdtNum = await books.owes(100);
		const first = await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: 40 }], sum: 40 });
		const [one, other] = await books.look([jdtNum, jdtNum]);
		expect([dueOf(one), dueOf(other)]).toEqual([[`PP SBODEMO/${first}/${jdtNum} 40 USD`], []]);
		expect([one?.state, other?.state]).toEqual(['partlyPaid', 'askedTwice']);
		const { reported } = one!.due[0]!;
		const second = await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 60 });
		const [late, told] = await books.look([jdtNum, { jdtNum, reported }]);
		expect([dueOf(late), dueOf(told)]).toEqual([[], [`CP SBODEMO/${second}/${jdtNum} 60 USD`]]);
		expect([late?.state, told?.state]).toEqual(['askedTwice', 'paid']);
	});

	it('whose rows were told different payments has none of them told again, and loses no memory', async () => {
		const jdtNum = await books.owes(100);
		const refs: string[] = [];
		for (const sum of [40, 50, 10]) {
			const payment = await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: sum }], sum });
			refs.push(`SBODEMO/${payment}/${jdtNum}`);
		}
		const [one, other] = await books.look([
			{ jdtNum, reported: [refs[0]!] },
			{ jdtNum, reported: [refs[1]!] },
		]);
		expect([dueOf(one), dueOf(other)]).toEqual([[`CP ${refs[2]} 10 USD`], []]);
		expect(one?.due[0]?.reported.sort()).toEqual([...refs].sort());
		expect(other?.state).toBe('paid');
	});
});
